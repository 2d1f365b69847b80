import type { Bytes } from '../asn1/der.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';
import { fromLatin1, toLatin1, toWindows1252 } from '../asn1/windows-1252.ts';
import type { EncryptionScheme } from './encryption-scheme.ts';
import type { PasswordEncoding } from './opened-key.ts';

export interface EncodedPassword {
  encoding: PasswordEncoding;
  bytes: Bytes;
}

type Candidate = [PasswordEncoding, Bytes | undefined];

/**
 * The octets that a password may have been when the key was made, most likely first, each once.
 * Certifica writes UTF-8 (NFC); other tools and Macs did otherwise. One entry for ASCII; none when
 * there is half a surrogate pair, which has no octets, or a NUL, which tools take for the end and
 * HMAC for nothing.
 */
export function passwordEncodings(
  password: string,
  form: EncryptionScheme['passwordForm'] = 'octets',
): EncodedPassword[] {
  if (/[\0\p{Surrogate}]/u.test(password)) return [];
  const candidates = forms[form](password.normalize('NFC'), password.normalize('NFD'));
  const different: EncodedPassword[] = [];
  for (const [encoding, bytes] of candidates) {
    const isNew = bytes && !different.some((other) => hasSameBytes(other.bytes, bytes));
    if (isNew) different.push({ encoding, bytes });
  }
  return different;
}

const forms = {
  octets: (composed: string, decomposed: string): Candidate[] => [
    ['utf-8-nfc', utf8(composed)],
    ['utf-8-nfd', utf8(decomposed)],
    ['latin-1', toLatin1(composed)],
    ['cp1252', toWindows1252(composed)],
  ],
  /**
   * BMPString says which characters were meant, whatever octets the tool was given: those of NFC
   * are told as `utf-8-nfc`, since with them every program opens the file. OpenSSL before 1.1 took
   * each octet for a character.
   */
  bmp: (composed: string, decomposed: string): Candidate[] => [
    ['utf-8-nfc', toBmp(composed)],
    ['utf-8-nfd', toBmp(decomposed)],
    ['utf-8-octets', toBmp(fromLatin1(utf8(composed)))],
  ],
};

/** UTF-16, big-endian, with the two zero octets of RFC 7292 appendix B.1. */
export function toBmp(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index));
  }
  return bytes;
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
