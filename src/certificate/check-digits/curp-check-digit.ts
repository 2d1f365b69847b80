/** The place of a character is its value (RENAPO, instructivo normativo de la CURP). */
const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const shape = /^[A-ZÑ]{4}\d{6}[HMX][A-ZÑ]{5}[A-Z0-9]\d$/;

/**
 * The last digit that a CURP should have. In: a CURP of 18 characters in capital letters, its last
 * one not looked at. `undefined` when it has not the shape of one. Modulo 10; measured on 13 of 18
 * in the SAT's test certificates, the others are invented.
 */
export function curpCheckDigit(curp: string): string | undefined {
  if (!shape.test(curp)) return undefined;
  const sum = curp
    .slice(0, -1)
    .split('')
    .reduce((total, character, index) => total + alphabet.indexOf(character) * (18 - index), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether a CURP ends as it should: the answer warns, and never stands in the way. */
export function hasRightCurpCheckDigit(curp: string): boolean {
  const digit = curpCheckDigit(curp);
  return digit !== undefined && curp.endsWith(digit);
}
