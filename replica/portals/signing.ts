import { randomUUID, verify } from 'node:crypto';
import { jsonReply, readJson, type Exchange, type Reply, type Route } from '../exchange.ts';
import { readLeaf, type Leaf } from '../leaf.ts';
import { refuseIfSet } from '../refusal-texts.ts';
import { Refusal } from '../refusal.ts';
import type { Context } from './context.ts';

/**
 * Where something is signed; all of these addresses are replica-only. The last one is a page that
 * no portal of the real ones has: its request comes from where nobody expects it.
 */
const places = [
  { host: 'serviciosdigitales.imss.gob.mx', path: '/sipre/firma', name: 'SIPRE' },
  { host: 'buzon.imss.gob.mx', path: '/buzonimss/notificacion', name: 'Buzón' },
  { host: 'otro.imss.gob.mx', path: '/replica/firma', name: 'Otro sitio' },
];

const salida =
  'cert,rfc,curp,rfc_rl,curp_rl,vigIni,vigFin,serie_cert,acuse,cadori,folio,firma,firmas';

/** Procedures that have a text signed by the widget, and judge the signature that comes back. */
export function signingRoutes(context: Context): Route[] {
  const { clock, record, pages, judge, faults } = context;

  /** `?rfc=` is who has to sign, `?cadena=` what. */
  function ask({ query }: Exchange, name: string): Reply {
    const folio = randomUUID();
    const rfc = query.get('rfc');
    const params = {
      operacion: 'firmaCMS',
      aplicacion: 'GENERICO_ID_OP',
      rfc: rfc ?? '',
      ...(rfc !== null && { val_rfc: true }),
      acuse: 'GENERICO_ACUSE',
      cad_original: query.get('cadena') ?? cadenaOf({ name, folio, rfc, at: clock() }),
      salida,
      desFolio: folio,
    };
    return pages.page('firma.html', { name, params: escaped(JSON.stringify(params)) });
  }

  async function take(exchange: Exchange): Promise<Reply> {
    const { host } = exchange;
    const { folio, firma, cadori, cert } = await readJson(exchange);
    try {
      if (![folio, firma, cadori, cert].every((value) => typeof value === 'string' && value)) {
        throw new Refusal('malformed', 'La firma llegó incompleta.');
      }
      refuseIfSet(faults.refusal, 'imss');
      const { rfc } = verifyCadena(String(cadori), String(firma), String(cert), (leaf) =>
        judge(leaf, clock()),
      );
      record(host, { kind: 'signature-accepted', rfc, folio: String(folio) });
      return jsonReply(200, { rfc });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(host, { kind: 'refused', via: 'signature', code, sentence });
      return jsonReply(403, { code, error: sentence });
    }
  }

  return places.flatMap(({ host, path, name }): Route[] => [
    { host, method: 'GET', path, handle: (exchange) => ask(exchange, name) },
    { host, method: 'POST', path, handle: take },
  ]);
}

/** RSA PKCS #1 v1.5, SHA-256 over the UTF-8 of the cadena. */
function verifyCadena(
  cadena: string,
  firma: string,
  cert: string,
  judge: (leaf: Leaf) => void,
): Leaf {
  let leaf: Leaf;
  try {
    leaf = readLeaf(Buffer.from(cert, 'base64'));
  } catch (cause) {
    throw new Refusal('not_a_certificate', 'Lo que llegó no es un certificado.', { cause });
  }
  const { publicKey } = leaf.x509;
  if (!verify('sha256', Buffer.from(cadena, 'utf8'), publicKey, Buffer.from(firma, 'base64'))) {
    throw new Refusal('signature', 'La firma no es la de esta cadena original.');
  }
  judge(leaf);
  return leaf;
}

interface Procedure {
  name: string;
  folio: string;
  rfc: string | null;
  at: Date;
}

/** The fields of the cadena that is known of a real procedure, in its order. */
function cadenaOf({ name, folio, rfc, at }: Procedure): string {
  const local = { timeZone: 'America/Mexico_City' };
  const fields = [
    ['VERSIÓN DEL ACUSE', '1.0'],
    ['INVOCANTE', `RÉPLICA DE ${name.toLocaleUpperCase('es-MX')}`],
    ['FOLIO DEL ACUSE', folio],
    ['FECHA', at.toLocaleDateString('en-GB', local)],
    ['HORA', at.toLocaleTimeString('en-GB', local)],
    ['RFC', rfc ?? ''],
    ['ACTO', 'Acepto la notificación «del año» & sus anexos'],
  ];
  return `||${fields.flat().join('|')}||`;
}

/** As the real hosts do it: accents, ñ, & and quotes as \u00xx. */
function escaped(json: string): string {
  return json
    .replaceAll(String.raw`\"`, String.raw`\u0022`)
    .replaceAll(/[^\u0020-\u007e]|[&']/g, (character) => {
      return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');
    });
}
