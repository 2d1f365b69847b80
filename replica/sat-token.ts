import { verify } from 'node:crypto';
import type { Leaf } from './leaf.ts';
import type { Nonces } from './nonces.ts';
import { Refusal } from './refusal.ts';
import type { Registry } from './registry.ts';
import type { Judge } from './trust.ts';

export interface SatTokenRules {
  registry: Registry;
  guids: Nonces;
  judge: Judge;
  at: Date;
}

/** The words of the SAT's own page. */
const invalid =
  'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.';
/** What its server says instead of them; the page has the sentence. */
const serverWords: Record<string, string> = {
  expired: 'Certificado Caduco',
  not_yet_valid: 'Certificado Caduco',
  revoked: 'Certificado Revocado',
};

/**
 * Verifies what the SAT's sign-in page sends: `token`, base64 of base64(co)#base64(base64(signature)),
 * where co is guid|RFC|number of the certificate and the signature is RSA PKCS #1 v1.5 with SHA-1;
 * `guid`; and `fert`, when the certificate ends (YYMMDDhhmmssZ). The guid is used up last.
 * @returns whose certificate signed. @throws Refusal with the server's own words.
 */
export function verifySatToken(form: URLSearchParams, rules: SatTokenRules): Leaf {
  const { co, signature } = partsOf(form.get('token') ?? '');
  const [guid, rfc, serialNumber, ...others] = co.toString('utf8').split('|');
  const leaf = rules.registry.find(serialNumber ?? '');
  if (guid === undefined || guid !== form.get('guid') || others.length > 0) {
    throw new Refusal('guid', invalid);
  }
  if (!leaf) throw new Refusal('unknown_certificate', invalid);
  if (rfc !== leaf.rfc) throw new Refusal('subject', invalid);
  if (!verify('sha1', co, leaf.x509.publicKey, signature)) throw new Refusal('signature', invalid);
  if (form.get('fert') !== fertOf(leaf.notAfter)) throw new Refusal('fert', invalid);
  inItsWords(() => rules.judge(leaf, rules.at));
  inItsWords(() => rules.guids.take(guid));
  return leaf;
}

function partsOf(token: string): { co: Buffer; signature: Buffer } {
  const [co, signature, ...others] = fromBase64(token).toString('latin1').split('#');
  if (co === undefined || signature === undefined || others.length > 0) {
    throw new Refusal('malformed', invalid);
  }
  return { co: fromBase64(co), signature: fromBase64(fromBase64(signature).toString('latin1')) };
}

/** Strict, unlike Buffer. */
function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) throw new Refusal('malformed', invalid);
  return bytes;
}

/** UTCTime, as it stands in the certificate. */
function fertOf(notAfter: Date): string {
  return `${notAfter.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`;
}

function inItsWords(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, serverWords[error.code] ?? invalid, { cause: error });
  }
}
