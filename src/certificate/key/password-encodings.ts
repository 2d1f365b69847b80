import type { Bytes } from '../asn1/der.ts';
import type { PasswordEncoding } from './opened-key.ts';
import { toLatin1, toWindows1252 } from '../asn1/windows-1252.ts';

export interface EncodedPassword {
  encoding: PasswordEncoding;
  bytes: Bytes;
}

/**
 * The octets that a password may have been when the key was made, most likely first, each once.
 * Certifica writes UTF-8 (NFC); other tools and Macs did otherwise. One entry for ASCII.
 */
export function passwordEncodings(password: string): EncodedPassword[] {
  const composed = password.normalize('NFC');
  const candidates: [PasswordEncoding, Bytes | undefined][] = [
    ['utf-8-nfc', utf8(composed)],
    ['utf-8-nfd', utf8(password.normalize('NFD'))],
    ['latin-1', toLatin1(composed)],
    ['cp1252', toWindows1252(composed)],
  ];
  const seen = new Set<string>();
  return candidates.flatMap(([encoding, bytes]) => {
    if (!bytes || seen.has(bytes.join())) return [];
    seen.add(bytes.join());
    return [{ encoding, bytes }];
  });
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
