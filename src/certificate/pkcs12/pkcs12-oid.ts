/** The object identifiers of PKCS#12 alone, by the names of their standards. */
export const pkcs12Oid = {
  // RFC 5652
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
  // RFC 7292 section 4.2
  keyBag: '1.2.840.113549.1.12.10.1.1',
  pkcs8ShroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  // RFC 2985
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  // RFC 9579
  pbmac1: '1.2.840.113549.1.5.14',
  // RFC 8018
  hmacWithSha256: '1.2.840.113549.2.9',
  // NIST
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
} as const;
