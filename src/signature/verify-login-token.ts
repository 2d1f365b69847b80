import { validateChain, type Certificate, type Representative } from '../certificate/index.ts';
import { certificatesInHeader } from './certificates-in-header.ts';
import { loginTokenLife, loginTokenType } from './create-login-token.ts';
import { insist } from './insist.ts';
import { parseJws, type CompactJws } from './jws.ts';
import { isNonce } from './nonce.ts';
import { chainAnchorsFor, type TrustAnchor } from './trust-anchor.ts';

export interface LoginExpectation {
  /** The verifier's own. */
  origin: string;
  /** The one it gave to this browser; that it is used once is the verifier's care. */
  nonce: string;
  anchors: readonly TrustAnchor[];
  at: Date;
}

/** Who signed in. */
export interface VerifiedLogin {
  rfc: string;
  curp?: string;
  representative?: Representative;
  certificate: Certificate;
  issuedAt: Date;
  tokenId: string;
}

/** Seconds: people with a wrong clock are exactly ours, age is judged by the nonce. */
const clockTolerance = 86_400;

/**
 * Verifies a token of `createLoginToken` as a server does: type, algorithm, signature, audience,
 * nonce, purpose, times (`iat` and `exp` with 24 hours of tolerance), and that the certificate is
 * an e.firma in force at `at`, traced to one of the anchors by all rules of `validateChain`, whose
 * RFC is the subject. `x5c` may carry the authorities in between (RFC 7515 section 4.1.6). Revocation
 * is not looked at.
 *
 * @throws FirmaError `invalid_request`; its `cause` says which check refused, and the cause of that
 *   of `issuer` is a `ChainFault` · `not_a_certificate` for an anchor that is none
 */
export async function verifyLoginToken(
  token: string,
  { origin, nonce, anchors, at }: LoginExpectation,
): Promise<VerifiedLogin> {
  const jws = parseJws(token);
  const { header, payload } = jws;
  insist(header['typ'] === loginTokenType, 'typ');
  insist(header['alg'] === 'RS256' && header['crit'] === undefined, 'alg');
  const certificates = await certificatesInHeader(header['x5c']);
  const [certificate] = certificates;
  insist(certificate.kind === 'efirma', 'kind');
  insist(certificate.isWeak === undefined, 'weak');
  insist(await isSignedWith(certificate, jws), 'signature');
  insist(certificate.notBefore <= at && at <= certificate.notAfter, 'validity');
  await insistOnIssuer(certificates, anchors, at);
  insist(payload['aud'] === origin, 'aud');
  insist(isNonce(nonce) && payload['nonce'] === nonce, 'nonce');
  insist(payload['purpose'] === 'login', 'purpose');
  insist(payload['sub'] === certificate.rfc, 'sub');
  const { iat, exp, jti } = payload;
  insist(typeof jti === 'string', 'jti');
  insist(Number.isSafeInteger(iat) && exp === Number(iat) + loginTokenLife, 'exp');
  const seconds = at.getTime() / 1000;
  insist(Number(iat) <= seconds + clockTolerance, 'iat');
  insist(exp >= seconds - clockTolerance, 'exp');
  return {
    ...identityOf(certificate, payload),
    issuedAt: new Date(Number(iat) * 1000),
    tokenId: jti,
  };
}

/** The claims must say what the certificate says; what was not shared is not told. */
function identityOf(certificate: Certificate, payload: CompactJws['payload']) {
  const { rfc, curp, representative } = certificate;
  const rep = payload['rep'] as Partial<Representative> | undefined;
  insist(rep?.rfc === representative?.rfc, 'rep');
  insist(rep?.curp === undefined || rep.curp === representative?.curp, 'rep');
  insist(payload['curp'] === undefined || payload['curp'] === curp, 'curp');
  const told = rep?.curp === undefined ? undefined : representative?.curp;
  return {
    rfc,
    certificate,
    ...(payload['curp'] !== undefined && curp && { curp }),
    ...(representative && {
      representative: { rfc: representative.rfc, ...(told !== undefined && { curp: told }) },
    }),
  };
}

async function isSignedWith(certificate: Certificate, jws: CompactJws): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { subjectPublicKeyInfo } = certificate;
  try {
    const key = await subtle.importKey('spki', subjectPublicKeyInfo, algorithm, false, ['verify']);
    return await subtle.verify(algorithm.name, key, jws.signature, jws.signingInput);
  } catch (error) {
    // What WebCrypto says of a public key that is none.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

async function insistOnIssuer(
  certificates: readonly [Certificate, ...Certificate[]],
  anchors: readonly TrustAnchor[],
  at: Date,
): Promise<void> {
  const [{ der: leaf }, ...authorities] = certificates;
  const { ok, reason } = await validateChain({
    leaf,
    intermediates: authorities.map(({ der }) => der),
    anchors: anchors.flatMap((anchor) => chainAnchorsFor(anchor, certificates, at)),
    at,
  });
  insist(ok, 'issuer', reason);
}
