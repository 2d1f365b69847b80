import { FirmaError } from '../errors.ts';
import { toBase64, toBase64Url } from '../certificate/index.ts';
import { signingInputOf } from './jws.ts';
import { isNonce } from './nonce.ts';
import type { Signer } from './signer.ts';

export interface LoginRequest {
  /** The browser's own word for who asks; it binds the token to that site. */
  origin: string;
  /** The server's; see {@link isNonce}. */
  nonce: string;
  now: Date;
  /** Hand over the CURP too: the holder's, and a company's representative's. */
  curp?: boolean;
}

export const loginTokenType = 'firma-auth+jwt';

/** Seconds from `iat` to `exp`. */
export const loginTokenLife = 300;

/**
 * Makes the token of a sign-in: a compact JWS (RFC 7515), RS256, with the certificate in `x5c` and
 * the claims of the page API, version 1. Any JOSE library verifies it.
 *
 * @throws FirmaError `invalid_request` when the nonce is none, or the origin is no http(s) origin
 */
export async function createLoginToken(request: LoginRequest, signer: Signer): Promise<string> {
  const { origin, nonce, now, curp: withCurp = false } = request;
  if (!isNonce(nonce)) throw new FirmaError('invalid_request', { cause: new Error('nonce') });
  if (!isOrigin(origin)) throw new FirmaError('invalid_request', { cause: new Error('origin') });
  const { der, rfc, curp, representative } = signer.certificate;
  const iat = Math.floor(now.getTime() / 1000);
  const signingInput = signingInputOf(
    { typ: loginTokenType, alg: 'RS256', x5c: [toBase64(der)] },
    {
      aud: origin,
      nonce,
      iat,
      exp: iat + loginTokenLife,
      jti: globalThis.crypto.randomUUID(),
      sub: rfc,
      ...(representative && {
        rep: withCurp ? representative : { rfc: representative.rfc },
      }),
      ...(withCurp && curp && { curp }),
      purpose: 'login',
    },
  );
  const signature = await signer.sign(new TextEncoder().encode(signingInput), 'SHA-256');
  return `${signingInput}.${toBase64Url(signature)}`;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
