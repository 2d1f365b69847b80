/** An RFC without its date: `PULX******1KA`. What has not the shape of one is hidden as a whole. */
export function redactedRfc(rfc: string): string {
  const [, name, check] = /^([\p{L}&]{3,4})\d{6}([A-Z\d]{3})$/u.exec(rfc) ?? [];
  return name === undefined || check === undefined ? '*'.repeat(13) : `${name}******${check}`;
}

/** The last four characters of a number, enough to tell two apart; hidden where they are no such. */
export function lastOf(serialNumber: string): string {
  return /[\dA-F]{4}$/i.exec(serialNumber)?.[0] ?? '****';
}

/** A masked RFC as `redactedRfc` makes it; what is anything else is hidden as a whole. */
export function asMasked(text: string): string {
  return /^[\p{L}&]{3,4}\*{6}[A-Z\d]{3}$/u.test(text) ? text : '*'.repeat(13);
}
