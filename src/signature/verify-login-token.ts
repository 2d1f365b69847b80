import { FirmaError } from '../errors.ts';
import {
  fromBase64,
  isSignedBy,
  readCertificate,
  type Certificate,
  type Representative,
} from '../certificate/index.ts';
import { loginTokenLife, loginTokenType } from './create-login-token.ts';
import { parseJws, type CompactJws } from './jws.ts';
import { isNonce } from './nonce.ts';

/** An authority that is trusted: its certificate (DER or PEM), or its name and public key (DER). */
export type TrustAnchor = Uint8Array | { name: string; subjectPublicKeyInfo: Uint8Array };

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
 * an e.firma in force at `at`, signed directly by one of the anchors, whose RFC is the subject.
 * Revocation is not looked at.
 *
 * @throws FirmaError `invalid_request`; its `cause` says which check refused
 */
export async function verifyLoginToken(
  token: string,
  { origin, nonce, anchors, at }: LoginExpectation,
): Promise<VerifiedLogin> {
  const jws = parseJws(token);
  const { header, payload } = jws;
  insist(header['typ'] === loginTokenType, 'typ');
  insist(header['alg'] === 'RS256' && header['crit'] === undefined, 'alg');
  const certificate = certificateOf(header['x5c']);
  insist(await isSignedWith(certificate, jws), 'signature');
  insist(await isIssuedByAny(certificate, anchors), 'issuer');
  insist(certificate.notBefore <= at && at <= certificate.notAfter, 'validity');
  insist(certificate.kind === 'efirma', 'kind');
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

function insist(condition: boolean, check: string): asserts condition {
  if (!condition) throw new FirmaError('invalid_request', { cause: new Error(check) });
}

function certificateOf(x5c: unknown): Certificate {
  const [first, ...others]: unknown[] = Array.isArray(x5c) ? x5c : [];
  const der = typeof first === 'string' && others.length === 0 ? fromBase64(first) : undefined;
  // A SEQUENCE: PEM text, which certificates are read from elsewhere, is none here.
  insist(der?.[0] === 0x30, 'x5c');
  try {
    return readCertificate(der);
  } catch (error) {
    throw new FirmaError('invalid_request', { cause: error });
  }
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
  insist(certificate.modulus.length >= 256, 'key length');
  const { subjectPublicKeyInfo } = certificate;
  const key = await subtle.importKey('spki', subjectPublicKeyInfo, algorithm, false, ['verify']);
  return subtle.verify(algorithm.name, key, jws.signature, jws.signingInput);
}

async function isIssuedByAny(
  certificate: Certificate,
  anchors: readonly TrustAnchor[],
): Promise<boolean> {
  for (const anchor of anchors) {
    const isBytes = anchor instanceof Uint8Array;
    const key = isBytes
      ? readCertificate(anchor).subjectPublicKeyInfo
      : anchor.subjectPublicKeyInfo;
    if (await isSignedBy(certificate, new Uint8Array(key))) return true;
  }
  return false;
}
