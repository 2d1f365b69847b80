import { sign, type KeyObject } from 'node:crypto';
import type { Acuse } from '../acuses.ts';
import type { Leaf } from '../leaf.ts';
import type { WidgetRequest } from './widget-request.ts';

export type WidgetAnswer = Record<string, unknown>;

/** The fields and the success values of the real answer to a sign-in. */
export function identityAnswer(leaf: Leaf, folio: string): WidgetAnswer {
  const { x509, rfc, curp, representative, name, serialNumber, notBefore, notAfter } = leaf;
  return {
    resultado: 0,
    texto: 'EXITO',
    rfc,
    curp,
    rfc_rl: representative?.rfc ?? '',
    curp_rl: representative?.curp ?? '',
    nombreRazonSocial: name,
    serie_cert: serialNumber,
    vigIni: notBefore.toISOString().slice(0, 10),
    vigFin: notAfter.toISOString().slice(0, 10),
    cert: x509.raw.toString('base64'),
    folio,
  };
}

/** Signs a cadena as the widget's server does here: RSA PKCS #1 v1.5, SHA-256 over its UTF-8. */
export function signCadena(cadena: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(cadena, 'utf8'), key).toString('base64');
}

/** The answer to a signature: of what is known, what the page asked for in `salida`. */
export function signatureAnswer(
  leaf: Leaf,
  { folio, cadena, firma, address }: Acuse,
  { salida }: WidgetRequest,
): WidgetAnswer {
  const signed = { folio, acuse: address, firma, cadori: cadena };
  const known = { ...identityAnswer(leaf, folio), ...signed, firmas: [signed] };
  const asked = Object.entries(known).filter(([name]) => salida.includes(name));
  return { resultado: 0, texto: 'EXITO', ...Object.fromEntries(asked) };
}
