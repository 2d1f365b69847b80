import { randomUUID } from 'node:crypto';
import { makeAcuses } from '../acuses.ts';
import { checkPair, type UploadedPair } from '../credential.ts';
import { jsonReply, readForm, type Exchange, type Reply, type Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { formPage } from '../form-page.ts';
import { parseMultipart, type FormPart } from '../multipart.ts';
import { refuseIfSet } from '../refusal-texts.ts';
import { Refusal } from '../refusal.ts';
import type { Context } from './context.ts';
import { identityAnswer, signatureAnswer, signCadena, type WidgetAnswer } from './widget-answer.ts';
import { readWidgetRequest, type WidgetRequest } from './widget-request.ts';

export const widgetHost = 'firmadigitalssl.imss.gob.mx';
/** The widget's own host, and one that hands it through. */
const hosts = [widgetHost, 'serviciosdigitales.imss.gob.mx'];
/** The newest, and the one before. */
export const widgetPaths = [
  '/firmaElectronicaWeb/widget/chfecyn',
  '/firmaElectronicaWeb/widget/imss',
] as const;
const places = hosts.flatMap((host) => widgetPaths.map((path) => ({ host, path })));
const acusePath = '/firmaElectronicaWeb/chfecynAcuseApp/view';
const uploadLimit = 1024 * 1024;

const login = JSON.stringify({ operacion: 'validarCertificado' });

const titles: Record<WidgetRequest['operation'], { title: string; button: string }> = {
  validarCertificado: { title: 'Validar certificado', button: 'Validar' },
  firmaCMS: { title: 'Firmar documento', button: 'Firmar' },
};

/** The signature widget. What it says when it refuses is replica-only. */
export function widgetRoutes(context: Context, folios: Folios): Route[] {
  const { clock, record, pages, judge, faults } = context;
  const acuses = makeAcuses(`https://${widgetHost}${acusePath}`);

  function answer(host: string, parts: Map<string, FormPart> | undefined): WidgetAnswer {
    const request = readWidgetRequest(parts?.get('params')?.content.toString('utf8') || login);
    if (!request) throw new Refusal('malformed', 'El formulario llegó incompleto.');
    const pair = pairOf(parts);
    refuseIfSet(faults.refusal, 'widget');
    const { leaf, key } = checkPair(pair, judge, clock());
    const { rfc, name } = leaf;
    if (request.rfc !== undefined && request.rfc !== rfc) {
      throw new Refusal('rfc_not_asked', 'El RFC ingresado no pertenece al usuario IMSS a firmar.');
    }
    if (request.operation === 'firmaCMS') {
      const { cadena } = request;
      const acuse = acuses.issue({ rfc, name, cadena, firma: signCadena(cadena, key) });
      record(host, { kind: 'signed', rfc, folio: acuse.folio, cadena, firma: acuse.firma });
      return signatureAnswer(leaf, acuse, request);
    }
    const folio = randomUUID();
    folios.issue(folio, { rfc, name });
    record(host, { kind: 'pair-accepted', rfc, folio });
    return identityAnswer(leaf, folio);
  }

  async function validate(exchange: Exchange): Promise<Reply> {
    const { host, headers } = exchange;
    try {
      const bytes = await exchange.body(uploadLimit);
      if (!bytes) {
        throw new Refusal('too_large', 'Los archivos son demasiado grandes para ser una e.firma.');
      }
      return jsonReply(200, answer(host, parseMultipart(bytes, headers['content-type'])));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(host, { kind: 'refused', via: 'widget', code, sentence });
      return jsonReply(200, { resultado: resultOf(code), texto: sentence });
    }
  }

  function open(path: string, params: string): Reply {
    const request = readWidgetRequest(params);
    return request
      ? formPage(context, 'widget.html', { ...titles[request.operation], params, path })
      : pages.page('aviso.html', { aviso: 'El componente no conoce esta operación.' }, 400);
  }

  function showAcuse({ query }: Exchange): Reply {
    const acuse = acuses.find(query.get('id') ?? '');
    return acuse
      ? pages.page('acuse.html', { ...acuse })
      : pages.page('aviso.html', { aviso: 'No existe este acuse.' }, 404);
  }

  return [
    ...places.flatMap(({ host, path }): Route[] => [
      // Real hosts open it by POST; GET is replica-only, for tests that frame it by its address.
      { host, method: 'GET', path, handle: () => open(path, login) },
      {
        host,
        method: 'POST',
        path,
        handle: async (exchange) => open(path, (await readForm(exchange)).get('params') ?? ''),
      },
      { host, method: 'POST', path: `${path}/validar`, handle: validate },
    ]),
    { host: widgetHost, method: 'GET', path: acusePath, handle: showAcuse },
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
  'rfc_not_asked',
];

function resultOf(code: string): number {
  return 901 + (results.includes(code) ? results.indexOf(code) : results.length);
}

function pairOf(parts: Map<string, FormPart> | undefined): UploadedPair {
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
