import type { PortalAsk } from '../../portal-messages.ts';
import { parseParams } from './parse-params.ts';
import { readWants } from './read-wants.ts';

const longestCadena = 64 * 1024;
const longestWord = 100;
const longestFolio = 200;

/** The operation has had two names; pages of both generations are about. */
const todaysName: ReadonlyMap<string, string> = new Map([['autentica', 'validarCertificado']]);

const yes: ReadonlySet<unknown> = new Set([true, 1, '1', 'true']);

/**
 * What a portal asks the widget for, out of the field `params` of the form that its page posts to
 * it. Undefined when the text is not clearly that; never throws. Of a cadena of more than 65,536
 * characters, or a `salida` that cannot be told, only the fact is given (`unread`).
 * `rfc` binds with `val_rfc` alone; without it, it is merely named.
 */
export function readWidgetParams(text: string): Omit<PortalAsk, 'origin'> | undefined {
  const params = parseParams(text);
  const operation = textOf(params?.['operacion'], longestWord);
  if (!params || operation === undefined) return undefined;
  const { cad_original: cadena, val_rfc: isBinding } = params;
  const wants = readWants(params['salida']);
  const hasCadena = cadena !== undefined && cadena !== null && cadena !== '';
  const isWhole = typeof cadena === 'string' && cadena.length <= longestCadena;
  const rfc = rfcOf(params['rfc']);
  const folio = textOf(params['folio'], longestFolio) ?? textOf(params['desFolio'], longestFolio);
  const unread = [
    ...(hasCadena && !isWhole ? (['cadena'] as const) : []),
    ...(wants ? [] : (['wants'] as const)),
  ];
  return {
    operation: todaysName.get(operation) ?? operation,
    ...(hasCadena && isWhole && { cadena }),
    ...(rfc !== undefined && (yes.has(isBinding) ? { rfc } : { namedRfc: rfc })),
    wants: wants ?? [],
    ...(folio !== undefined && { folio }),
    ...(unread.length > 0 && { unread }),
  };
}

function textOf(value: unknown, longest: number): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= longest ? text : undefined;
}

function rfcOf(value: unknown): string | undefined {
  const rfc = textOf(value, longestWord)?.normalize('NFC').toUpperCase();
  return rfc !== undefined && /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/.test(rfc) ? rfc : undefined;
}
