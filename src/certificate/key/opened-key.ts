/**
 * The encoding of the typed password that opened the key. Certifica writes `utf-8-nfc`, and of what
 * PKCS#12 enciphers that means its characters in NFC. `utf-8-octets`: of such a file, the octets of
 * UTF-8 taken for characters, as OpenSSL did before 1.1.
 */
export type PasswordEncoding = 'utf-8-nfc' | 'utf-8-nfd' | 'latin-1' | 'cp1252' | 'utf-8-octets';

export type SignatureHash = 'SHA-256' | 'SHA-1';

export interface OpenedKey {
  /** DER of the PrivateKeyInfo, in clear. Whoever keeps it wipes it. */
  pkcs8: Uint8Array<ArrayBuffer>;
  /** Big-endian, no leading zero. */
  modulus: Uint8Array<ArrayBuffer>;
  /** Lower-case hex, no leading zero octet. */
  publicExponent: string;
  /** The file was enciphered, so the password that was typed is proved. */
  isEncrypted: boolean;
  passwordEncoding: PasswordEncoding;
  /**
   * A fresh RSASSA-PKCS1-v1_5 key for `sign` alone, never extractable. WebCrypto ties a key to one
   * hash, hence the argument. Reads `pkcs8`: of no use after that was wiped. Fails with FirmaError
   * `unsupported_key` when the browser does not take the key.
   */
  key(hash: SignatureHash): Promise<CryptoKey>;
}
