/** The place of a character is its value, in the SAT's table of «homoclave» and check digit. */
const alphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
const shape = /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{2}[A0-9]$/;

/** For the public at large and for foreigners; not made by the rule. */
const generic: readonly string[] = ['XAXX010101000', 'XEXX010101000'];

/**
 * The last character that an RFC should have: `0` to `9` or `A`. In: an RFC in capital letters, 12
 * characters of a company or 13 of a person, its last one not looked at. `undefined` when it has
 * not the shape of one. The rule is the SAT's (modulo 11); measured on 33 of 34 of its test RFCs,
 * the other is an invented one.
 */
export function rfcCheckDigit(rfc: string): string | undefined {
  if (!shape.test(rfc)) return undefined;
  const sum = rfc
    .padStart(13, ' ')
    .slice(0, -1)
    .split('')
    .reduce((total, character, index) => total + alphabet.indexOf(character) * (13 - index), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'A' : String(digit);
}

/**
 * Whether an RFC ends as it should, the two generic ones included. Real RFCs that break the rule
 * exist: the answer warns of a slip of the pen, and never stands in the way.
 */
export function hasRightRfcCheckDigit(rfc: string): boolean {
  const digit = rfcCheckDigit(rfc);
  return generic.includes(rfc) || (digit !== undefined && rfc.endsWith(digit));
}
