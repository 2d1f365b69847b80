/**
 * Letters and figures that nobody takes for another, neither by eye (0 and O, 1 and I, 2 and Z, 5 and
 * S, 8 and B) nor by ear, in Spanish (B and V, D and T, M and N, C and S).
 */
export const referenceAlphabet = 'ACEFHKMPRTXY23456789';

const length = 8;
const group = 4;
/** Bytes from here on would make the first letters come up more often. */
const fair = 256 - (256 % referenceAlphabet.length);

/**
 * A code for one report, `K7PM-4XRT`: by chance alone, so that it says nothing of anybody.
 * @param random gives that many random bytes
 */
export function newReference(random: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    const drawn = [...random(length)].filter((byte) => byte < fair);
    code += drawn.map((byte) => referenceAlphabet.charAt(byte % referenceAlphabet.length)).join('');
  }
  return `${code.slice(0, group)}-${code.slice(group, length)}`;
}

/** Whether a text is such a code. */
export function isReference(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    new RegExp(`^[${referenceAlphabet}]{4}-[${referenceAlphabet}]{4}$`).test(text)
  );
}
