import type { CredentialCard } from '../messages.ts';
import { isAccepted } from '../portals/holder-of.ts';
import type { Portal } from '../portals/index.ts';

/** The e.firma that is offered first: the one used last, unless only another fits the portal. */
export function firstChoice(
  portal: Pick<Portal, 'accepts'>,
  last: CredentialCard | undefined,
  cards: readonly CredentialCard[],
): CredentialCard | undefined {
  if (last && isAccepted(portal, last.rfc)) return last;
  return cards.find(({ rfc, damaged }) => !damaged && isAccepted(portal, rfc)) ?? last ?? cards[0];
}
