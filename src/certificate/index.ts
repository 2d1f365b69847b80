export type { FileIdentity, FileKind } from './file-kind.ts';
export type {
  Certificate,
  CertificateKind,
  DistinguishedName,
  KeyUsage,
  Representative,
  SignatureAlgorithm,
} from './certificate-facts.ts';
export type { OpenedKey, PasswordEncoding, SignatureHash } from './opened-key.ts';
export { causeIds, verdictDetails, verdictSentences } from './verdict.ts';
export type {
  CauseId,
  CredentialVerdict,
  Finding,
  FindingStatus,
  VerdictDetail,
  VerdictSentence,
} from './verdict.ts';
export { identifyFile } from './identify-file.ts';
export { readCertificate } from './certificate.ts';
export { openPrivateKey } from './private-key.ts';
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from './base64.ts';
export { sha256Hex, toHex } from './hex.ts';
export type { Bytes } from './der.ts';
export { judgeCredential, type JudgeOptions } from './judge-credential.ts';
export { issuerOf, type Issuer } from './issuer.ts';
export { isSignedBy } from './signed-by.ts';
export { productionAnchors, testAnchorKeys, type Anchor } from './anchors.ts';
export type { CredentialFile } from './sort-files.ts';
