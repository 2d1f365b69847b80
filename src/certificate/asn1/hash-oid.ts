/** Hashes that WebCrypto has, by its names. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Object identifiers of hashes (RFC 8017 appendix B.1). */
export const hashOid = {
  md2: '1.2.840.113549.2.2',
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

export const hashNames: Readonly<Record<string, HashName>> = {
  [hashOid.sha1]: 'SHA-1',
  [hashOid.sha256]: 'SHA-256',
  [hashOid.sha384]: 'SHA-384',
  [hashOid.sha512]: 'SHA-512',
};
