/** What windows-1252 puts where Latin-1 has the control characters 80 to 9F (WHATWG index). */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decoder = new TextDecoder('windows-1252');

/** As many as every engine takes as arguments of one call. */
const fewCodes = 1024;

/** Latin-1 (ISO 8859-1) octets as text. `TextDecoder('latin1')` is windows-1252, hence this. */
export function fromLatin1(bytes: Uint8Array): string {
  const quick = decoder.decode(bytes);
  if (!/[^\0-\xff]/.test(quick)) return quick;
  let text = '';
  for (let start = 0; start < bytes.length; start += fewCodes) {
    const part = bytes.subarray(start, start + fewCodes);
    text += Reflect.apply(String.fromCharCode, undefined, part);
  }
  return text;
}

/**
 * Octets from `start` to before `end` as text, if all of them are ASCII and they are few: calling a
 * decoder for a short text takes longer than what it does.
 */
export function asciiText(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > fewCodes) return undefined;
  const codes: number[] = [];
  for (let index = start; index < end; index++) {
    const octet = bytes[index] ?? 0;
    if (octet >= 0x80) return undefined;
    codes.push(octet);
  }
  return String.fromCharCode.apply(null, codes);
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
