import { decodeIdn } from './decode-idn.ts';

/** Letters of other alphabets, and figures, that look like a Latin letter in an address. */
const alike: readonly (readonly [letter: string, lookers: string])[] = [
  ['a', 'аɑαа'],
  ['b', 'ьв8'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еєε3'],
  ['g', 'ɡ9'],
  ['i', 'іїιıl1|'],
  ['j', 'ј'],
  ['k', 'кκ'],
  ['m', 'мʍ'],
  ['n', 'ոп'],
  ['o', 'оοօ0'],
  ['p', 'рρ'],
  ['s', 'ѕ5ꜱ'],
  ['t', 'тτ'],
  ['u', 'υս'],
  ['v', 'ѵν'],
  ['x', 'хχ'],
  ['y', 'уү'],
  ['z', '2ᴢ'],
];

const letterOf = new Map(
  alike.flatMap(([letter, lookers]) => [...lookers].map((looker) => [looker, letter] as const)),
);

/**
 * What a host looks like at a glance: without accents, every character as the Latin letter that it
 * can be taken for. Two hosts with the same skeleton can be taken for each other.
 * @param host as `URL` gives it: lower case, other alphabets as `xn--…`
 */
export function hostSkeleton(host: string): string {
  const letters = [...decodeIdn(host).normalize('NFKD').replaceAll(/\p{M}/gu, '')];
  return letters
    .map((letter) => letterOf.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
