import type { CredentialCard } from '../messages.ts';

/**
 * The e.firmas whose name or RFC holds every word that was typed, in the order they came in.
 * Accents and capital letters make no difference.
 */
export function findClients<Card extends Pick<CredentialCard, 'rfc' | 'legalName'>>(
  typed: string,
  cards: readonly Card[],
): readonly Card[] {
  const wanted = plain(typed).split(/\s+/);
  return cards.filter(({ rfc, legalName }) => {
    const known = plain(`${rfc} ${legalName}`);
    return wanted.every((word) => known.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
