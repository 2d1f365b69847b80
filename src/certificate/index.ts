// What a file is.
export {
  fileFormats,
  type FileDamage,
  type FileFormat,
  type FileIdentity,
  type FileKind,
} from './file/file-kind.ts';
export { identifyFile } from './file/identify-file.ts';
export { isCutZip } from './file/zip-directory.ts';
export {
  listZip,
  readZip,
  type ZipEntry,
  type ZipFile,
  wholeUnpackBudget,
  type UnpackBudget,
} from './file/zip.ts';
// Certificates.
export type {
  Certificate,
  CertificateKind,
  CertificateWeakness,
  DistinguishedName,
  KeyUsage,
  Representative,
  SignatureAlgorithm,
} from './certificate-facts.ts';
export { readCertificate } from './certificate.ts';
export { curpCheckDigit, hasRightCurpCheckDigit } from './check-digits/curp-check-digit.ts';
export { hasRightNssCheckDigit, nssCheckDigit } from './check-digits/nss-check-digit.ts';
export { hasRightRfcCheckDigit, rfcCheckDigit } from './check-digits/rfc-check-digit.ts';
// Private keys, alone and in a .pfx.
export type { OpenedKey, PasswordEncoding, SignatureHash } from './key/opened-key.ts';
export { openPrivateKey } from './key/private-key.ts';
export { sealPrivateKey } from './key/seal-private-key.ts';
export { keyRefusalOf, type KeyRefusal } from './key/key-refusal.ts';
export { openPkcs12, type OpenedPkcs12 } from './pkcs12/open-pkcs12.ts';
export { createPkcs12, type Pkcs12Order } from './pkcs12/create-pkcs12.ts';
export type { Pkcs12Protection } from './pkcs12/protection.ts';
// The verdict over all files that were brought.
export { judgeCredential } from './judge/judge-credential.ts';
export type { JudgeOptions, OtherCertificate } from './judge/judge-options.ts';
export type { CredentialFile } from './judge/sorted-file.ts';
export type { CredentialVerdict, Finding, FindingStatus, TakenFile } from './judge/verdict.ts';
export { causeIds, findingIds, type CauseId, type FindingId } from './judge/cause-ids.ts';
export { causeOrder } from './judge/cause-order.ts';
export {
  verdictDetails,
  verdictSentences,
  type VerdictDetail,
  type VerdictSentence,
} from './judge/verdict-sentences.ts';
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from './asn1/base64.ts';
export { sha256Hex, toHex } from './asn1/hex.ts';
export type { Bytes } from './asn1/der.ts';
export { issuerOf, type Issuer } from './issuer.ts';
// Who issued a certificate, and who may.
export { chainAnchorOf, productionAnchors, testAnchorKeys, type Anchor } from './anchors.ts';
export { readAuthority, type Authority } from './authority.ts';
export { isSignedBy } from './signed-by.ts';
export { validateChain } from './chain/validate-chain.ts';
export type { ChainRequest, ChainVerdict } from './chain/chain-verdict.ts';
export { chainFaults, type ChainFault } from './chain/chain-fault.ts';
export type { ChainAnchor } from './chain/trust-point.ts';
// Whether it was revoked.
export { createOcspRequest, type OcspQuestion } from './revocation/ocsp-request.ts';
export {
  judgeOcspResponse,
  largestOcspResponse,
  type OcspExpectation,
} from './revocation/judge-ocsp-response.ts';
export { judgeCrl, type CrlQuestion } from './crl/judge-crl.ts';
export { serviceAddresses, type ServiceAddresses } from './revocation/service-addresses.ts';
export { revocationAnswer, type RevocationAnswer } from './revocation/revocation-answer.ts';
export { knownRevocation, type KnownRevocation } from './revocation/known-revocation.ts';
export type { RevocationReason } from './revocation/revocation-reason.ts';
export {
  revocationGaps,
  type RevocationGap,
  type RevocationStatus,
} from './revocation/revocation-status.ts';
// Bytes as text.
// DER, to write what is signed and to take it apart.
export { encodeDer } from './asn1/der-encode.ts';
export { encodeSetOf } from './asn1/encode-set-of.ts';
export { encodeAlgorithm, encodedNull, encodeInteger, encodeOid } from './asn1/encode-values.ts';
export { DerError, readDer, sequenceOf } from './asn1/der.ts';
export { contextTag, tags } from './asn1/tags.ts';
export { hashOid } from './asn1/hash-oid.ts';
export { oid } from './asn1/oid.ts';
