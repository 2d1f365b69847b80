import { toBase64 } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import { assertChallenge } from './challenge.ts';
import type { Signer } from './signer.ts';

export interface SatLogin {
  /** The value of the page, in its hidden form. */
  guid: string;
  rfc: string;
  /** 20 digits. */
  serialNumber: string;
  /** When the certificate ends. */
  notAfter: Date;
}

export interface SatToken {
  token: string;
  /** `YYMMDDhhmmssZ`, UTC. */
  fert: string;
}

/** What the SAT has signed, UTF-8: the value of its page, the RFC and the number of the certificate. */
export function satTokenText({ guid, rfc, serialNumber }: Omit<SatLogin, 'notAfter'>): string {
  return [guid, rfc, serialNumber].join('|');
}

/**
 * Makes what the sign-in page of the SAT sends of an e.firma (NetIQ, page x509SAT): three public
 * programs agree on its form, the SAT publishes none. With `text` of {@link satTokenText},
 * `token` = base64(base64(text) `#` base64(base64(signature))). The SAT takes SHA-1 alone, which is
 * used here and nowhere else: an RSA signature names its hash, so this one is none with SHA-256.
 *
 * @throws FirmaError `challenge_unknown` when the value is none (see `assertChallenge`);
 * `invalid_request` when what the certificate says cannot be written in such a text
 */
export async function createSatToken(
  login: SatLogin,
  signer: Pick<Signer, 'sign'>,
): Promise<SatToken> {
  assertChallenge(login.guid);
  const { rfc, serialNumber, notAfter } = login;
  if (!/^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/.test(rfc)) throw unfit('rfc');
  if (!/^\d{20}$/.test(serialNumber)) throw unfit('serialNumber');
  if (Number.isNaN(notAfter.getTime())) throw unfit('notAfter');
  const text = utf8(satTokenText(login));
  const signature = await signer.sign(text, 'SHA-1');
  const parts = [toBase64(text), toBase64(utf8(toBase64(signature)))];
  return { token: toBase64(utf8(parts.join('#'))), fert: endOf(notAfter) };
}

function endOf(notAfter: Date): string {
  return `${notAfter.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function unfit(what: string): FirmaError {
  return new FirmaError('invalid_request', { cause: new Error(what) });
}
