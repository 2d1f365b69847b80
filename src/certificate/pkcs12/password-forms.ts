import { FirmaError } from '../../errors.ts';
import type { Bytes } from '../asn1/der.ts';
import type { EncryptionScheme } from '../key/encryption-scheme.ts';
import { passwordEncodings, type EncodedPassword } from '../key/password-encodings.ts';

/** What a typed password may have been in a .pfx, most likely first, by what a scheme takes. */
export type PasswordForms = Readonly<
  Record<EncryptionScheme['passwordForm'], readonly EncodedPassword[]>
>;

/** RFC 7292 appendix B tells no password at all from an empty one, and people cannot. */
const noPassword: EncodedPassword = { encoding: 'utf-8-nfc', bytes: new Uint8Array() };

/**
 * The forms of a password as typed. PBES2 takes octets, but NSS long gave it the BMPString with its
 * two zero octets, which hence comes last.
 */
export function passwordForms(password: string): PasswordForms {
  const bmp = passwordEncodings(password, 'bmp');
  return {
    octets: [...passwordEncodings(password), ...bmp.slice(0, 1)],
    bmp: password === '' ? [...bmp, noPassword] : bmp,
  };
}

/**
 * The one form that a new file takes: NFC.
 *
 * @throws FirmaError `wrong_password` for half a surrogate pair, which no program can be given
 */
export function newPassword(password: string, form: keyof PasswordForms): Bytes {
  const [first] = passwordEncodings(password, form);
  if (!first) throw new FirmaError('wrong_password');
  return first.bytes;
}
