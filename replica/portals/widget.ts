import { randomUUID } from 'node:crypto';
import { checkPair, type UploadedPair } from '../credential.ts';
import { jsonReply, type Exchange, type Reply, type Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import type { Leaf } from '../leaf.ts';
import { parseMultipart } from '../multipart.ts';
import { Refusal } from '../refusal.ts';
import type { Context } from './context.ts';

export const widgetHost = 'firmadigitalssl.imss.gob.mx';
const path = '/firmaElectronicaWeb/widget/chfecyn';
const uploadLimit = 1024 * 1024;

/** The signature widget. What it says when it refuses is replica-only. */
export function widgetRoutes(context: Context, folios: Folios): Route[] {
  const { clock, record, pages, judge } = context;

  async function validate(exchange: Exchange): Promise<Reply> {
    try {
      const pair = pairOf(await exchange.body(uploadLimit), exchange.headers['content-type']);
      const leaf = checkPair(pair, judge, clock());
      const folio = randomUUID();
      folios.issue(folio, { rfc: leaf.rfc, name: leaf.name });
      record(widgetHost, { kind: 'pair-accepted', rfc: leaf.rfc, folio });
      return jsonReply(200, answerOf(leaf, folio));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(widgetHost, { kind: 'refused', via: 'widget', code, sentence });
      return jsonReply(200, { resultado: resultOf(code), texto: sentence });
    }
  }

  return [
    // Real hosts open it by POST; GET is replica-only, for tests that frame it by its address.
    { host: widgetHost, method: 'GET', path, handle: () => pages.page('widget.html') },
    {
      host: widgetHost,
      method: 'POST',
      path,
      async handle(exchange) {
        const form = new URLSearchParams((await exchange.body(uploadLimit))?.toString('utf8'));
        return operationOf(form.get('params')) === 'validarCertificado'
          ? pages.page('widget.html')
          : pages.page('aviso.html', { aviso: 'El componente no conoce esta operación.' }, 400);
      },
    },
    { host: widgetHost, method: 'POST', path: `${path}/validar`, handle: validate },
  ];
}

/** `resultado` of each refusal: replica-only numbers, the real ones are not known. */
const results = [
  'too_large',
  'malformed',
  'swapped',
  'not_a_certificate',
  'not_a_private_key',
  'wrong_password',
  'wrong_pair',
  'csd',
  'not_efirma',
  'unknown_issuer',
  'not_yet_valid',
  'expired',
  'wrong_rfc',
];

function resultOf(code: string): number {
  return 901 + results.indexOf(code);
}

/** The fields and the success values of the real answer. */
function answerOf(leaf: Leaf, folio: string): Record<string, string | number> {
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

function pairOf(body: Buffer | undefined, contentType: string | undefined): UploadedPair {
  if (!body) {
    throw new Refusal('too_large', 'Los archivos son demasiado grandes para ser una e.firma.');
  }
  const parts = parseMultipart(body, contentType);
  const [rfc, certificate, privateKey, password] = ['rfc', 'certificado', 'key', 'password'].map(
    (name) => parts?.get(name)?.content,
  );
  if (!rfc || !certificate || !privateKey || !password) {
    throw new Refusal('malformed', 'El formulario llegó incompleto.');
  }
  return {
    rfc: rfc.toString('utf8'),
    certificate,
    privateKey,
    password: password.toString('utf8'),
  };
}

function operationOf(params: string | null): unknown {
  try {
    const value: unknown = JSON.parse(params ?? '');
    return typeof value === 'object' && value !== null && 'operacion' in value
      ? value.operacion
      : undefined;
  } catch {
    return undefined;
  }
}
