/** The encoding of the typed password that opened the key. Certifica writes `utf-8-nfc`. */
export type PasswordEncoding = 'utf-8-nfc' | 'utf-8-nfd' | 'latin-1' | 'cp1252';

export type SignatureHash = 'SHA-256' | 'SHA-1';

export interface OpenedKey {
  /** DER of the PrivateKeyInfo, in clear. Whoever keeps it wipes it. */
  pkcs8: Uint8Array<ArrayBuffer>;
  /** Big-endian, no leading zero. */
  modulus: Uint8Array<ArrayBuffer>;
  /** The file was enciphered, so the password that was typed is proved. */
  isEncrypted: boolean;
  passwordEncoding: PasswordEncoding;
  /**
   * A fresh RSASSA-PKCS1-v1_5 key for `sign` alone, never extractable. WebCrypto ties a key to one
   * hash, hence the argument. Reads `pkcs8`: of no use after that was wiped.
   */
  key(hash: SignatureHash): Promise<CryptoKey>;
}
