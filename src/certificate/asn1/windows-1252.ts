/** What windows-1252 puts where Latin-1 has the control characters 80 to 9F (WHATWG index). */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Latin-1 (ISO 8859-1) octets as text. `TextDecoder('latin1')` is windows-1252, hence this. */
export function fromLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += String.fromCharCode(octet);
  return text;
}

/** Text as Latin-1 octets; `undefined` when a character has none. */
export function toLatin1(text: string): Uint8Array<ArrayBuffer> | undefined {
  return encode(text, (character) => character.charCodeAt(0));
}

/** Text as windows-1252 octets; `undefined` when a character has none. */
export function toWindows1252(text: string): Uint8Array<ArrayBuffer> | undefined {
  return encode(text, (character) => {
    const special = specials.indexOf(character);
    return special < 0 ? character.charCodeAt(0) : 0x80 + special;
  });
}

function encode(
  text: string,
  octetOf: (character: string) => number,
): Uint8Array<ArrayBuffer> | undefined {
  const octets = text.split('').map(octetOf);
  return octets.every((octet) => octet < 0x100) ? Uint8Array.from(octets) : undefined;
}
