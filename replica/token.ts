import { compactVerify, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import { readLeaf, type Leaf } from './leaf.ts';
import type { Nonces } from './nonces.ts';
import { Refusal } from './refusal.ts';
import type { Judge } from './trust.ts';

export interface TokenRules {
  /** The origin that asked. */
  audience: string;
  nonces: Nonces;
  judge: Judge;
  at: Date;
}

/** People with a wrong clock are exactly ours: the nonce is what limits age. */
const tolerance = 24 * 3600;
const lifetime = 300;

/**
 * Verifies a login token of the page API, as any portal would, with jose and node:crypto.
 * The nonce is used up last, by a token that is right in everything else.
 * @returns whose certificate signed it, and the nonce. @throws Refusal.
 */
export async function verifyToken(
  token: string,
  { audience, nonces, judge, at }: TokenRules,
): Promise<{ leaf: Leaf; nonce: string }> {
  const leaf = leafOf(headerOf(token));
  const { payload } = await compactVerify(token, leaf.x509.publicKey, {
    algorithms: ['RS256'],
  }).catch((cause: unknown) => {
    throw new Refusal('signature', 'La firma de la respuesta no es correcta.', { cause });
  });
  const claims = claimsOf(payload);
  if (claims.aud !== audience) {
    throw new Refusal('audience', 'La respuesta es para otro sitio.');
  }
  if (claims.purpose !== 'login') {
    throw new Refusal('purpose', 'La respuesta no se firmó para entrar.');
  }
  checkAge(claims, at);
  checkIdentity(claims, leaf);
  judge(leaf, at);
  if (typeof claims.nonce !== 'string') {
    throw new Refusal('nonce_missing', 'La respuesta no trae el reto de este portal.');
  }
  nonces.take(claims.nonce);
  return { leaf, nonce: claims.nonce };
}

type Claims = Record<string, unknown>;

function headerOf(token: string): ProtectedHeaderParameters {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(token);
  } catch (cause) {
    throw new Refusal('malformed', 'La respuesta no es un token.', { cause });
  }
  if (header.typ !== 'firma-auth+jwt') {
    throw new Refusal('type', 'La respuesta no es un token para entrar con e.firma.');
  }
  if (header.alg !== 'RS256') {
    throw new Refusal('algorithm', 'La respuesta no está firmada con RS256.');
  }
  return header;
}

function leafOf({ x5c }: ProtectedHeaderParameters): Leaf {
  const [certificate, ...others] = Array.isArray(x5c) ? x5c : [];
  if (typeof certificate !== 'string' || others.length > 0) {
    throw new Refusal('x5c', 'La respuesta debe traer un certificado, y sólo uno.');
  }
  try {
    return readLeaf(Buffer.from(certificate, 'base64'));
  } catch (cause) {
    throw new Refusal('x5c', 'Lo que trae la respuesta no es un certificado.', { cause });
  }
}

function claimsOf(payload: Uint8Array): Claims {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (typeof claims === 'object' && claims !== null) return claims as Claims;
  } catch {
    // not JSON: the same answer as for JSON that is no object
  }
  throw new Refusal('malformed', 'El contenido de la respuesta no se entiende.');
}

function checkAge({ iat, exp, jti }: Claims, at: Date): void {
  const now = at.getTime() / 1000;
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof jti !== 'string') {
    throw new Refusal('age', 'La respuesta no dice cuándo se hizo.');
  }
  if (exp <= iat || exp - iat > lifetime || exp + tolerance < now || iat - tolerance > now) {
    throw new Refusal('age', 'La respuesta no es de hoy. Revisa la fecha de tu computadora.');
  }
}

/** Who the token says it is must be who the certificate says it is. */
function checkIdentity({ sub, rep, curp }: Claims, leaf: Leaf): void {
  const told = (rep ?? {}) as Claims;
  const right =
    sub === leaf.rfc &&
    (curp === undefined || curp === leaf.curp) &&
    (rep === undefined || told.rfc === leaf.representative?.rfc) &&
    (told.curp === undefined || told.curp === leaf.representative?.curp);
  if (!right) {
    throw new Refusal('subject', 'La respuesta dice ser de alguien que no es el del certificado.');
  }
}
