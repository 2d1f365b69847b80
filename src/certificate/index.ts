export type { FileIdentity, FileKind } from './file/file-kind.ts';
export type {
  Certificate,
  CertificateKind,
  DistinguishedName,
  KeyUsage,
  Representative,
  SignatureAlgorithm,
} from './certificate-facts.ts';
export type { OpenedKey, PasswordEncoding, SignatureHash } from './key/opened-key.ts';
export { causeIds, verdictDetails, verdictSentences } from './judge/verdict.ts';
export type {
  CauseId,
  CredentialVerdict,
  Finding,
  FindingStatus,
  VerdictDetail,
  VerdictSentence,
} from './judge/verdict.ts';
export { identifyFile } from './file/identify-file.ts';
export { readCertificate } from './certificate.ts';
export { openPrivateKey } from './key/private-key.ts';
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from './asn1/base64.ts';
export { sha256Hex, toHex } from './asn1/hex.ts';
export type { Bytes } from './asn1/der.ts';
export { judgeCredential, type JudgeOptions } from './judge/judge-credential.ts';
export { issuerOf, type Issuer } from './issuer.ts';
export { isSignedBy } from './signed-by.ts';
export { productionAnchors, testAnchorKeys, type Anchor } from './anchors.ts';
export type { CredentialFile } from './judge/sort-files.ts';
