export { signerFrom, type Signer } from './signer.ts';
export { isNonce } from './nonce.ts';
export { createLoginToken, type LoginRequest } from './create-login-token.ts';
export { loginTokenDigest } from './login-token-digest.ts';
export {
  verifyLoginToken,
  type LoginExpectation,
  type VerifiedLogin,
} from './verify-login-token.ts';
export type { TrustAnchor } from './trust-anchor.ts';
export { createSatToken, satTokenText, type SatLogin, type SatToken } from './create-sat-token.ts';
export { createIdsePkcs7, toIdsePkcs7 } from './idse-pkcs7.ts';
export { signCms, type CmsOptions } from './cms/sign-cms.ts';
export { withoutLineEnds } from './challenge.ts';
