import type { CredentialCard } from '../messages.ts';
import { lifeOf } from './life.ts';
import { visibleText } from './visible-text.ts';

/**
 * What each e.firma is called in a list: by its RFC and name; of those that share both, as before and
 * after a renewal, also by how long it is still valid at `now` and by the end of its number.
 */
export function choiceNames(cards: readonly CredentialCard[], now: Date): string[] {
  const names = cards.map(
    ({ rfc, legalName }) => `${visibleText(rfc)} · ${visibleText(legalName)}`,
  );
  const seen = new Set<string>();
  const shared = new Set(names.filter((name) => seen.size === seen.add(name).size));
  return cards.map((card, at) => {
    const name = names[at] ?? '';
    return shared.has(name)
      ? `${name} · ${lifeOf(card, now).words} · …${card.serialNumber.slice(-4)}`
      : name;
  });
}
