/**
 * The last digit that a social security number (NSS) should have. In: its 11 digits, the last one
 * not looked at. `undefined` for anything else. The rule is Luhn's (ISO/IEC 7812-1 annex B).
 */
export function nssCheckDigit(nss: string): string | undefined {
  if (!/^\d{11}$/.test(nss)) return undefined;
  const sum = nss
    .slice(0, -1)
    .split('')
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether an NSS ends as it should: the answer warns, and never stands in the way. */
export function hasRightNssCheckDigit(nss: string): boolean {
  const digit = nssCheckDigit(nss);
  return digit !== undefined && nss.endsWith(digit);
}
