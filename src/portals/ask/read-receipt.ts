import type { Acuse } from '../../portal-messages.ts';

/** What the widget answers after something was signed, under its own names. */
export interface Receipt {
  folio?: string;
  /** Where the acuse can be seen. */
  acuse?: string;
  /** The cadena that was signed. */
  cadori?: string;
  serie_cert?: string;
}

type ReadReceipt = Pick<Acuse, 'folio' | 'link' | 'serialNumber' | 'cadena'>;

const longestFolio = 200;
const longestLink = 2048;
const longestCadena = 64 * 1024;

/**
 * What is worth keeping of a receipt, each part only as what it has to be. Undefined when there is
 * nothing to follow up: neither a folio nor an address.
 */
export function readReceipt(receipt: Receipt): ReadReceipt | undefined {
  const folio = wordOf(receipt.folio, longestFolio);
  const link = imssLink(receipt.acuse);
  const serialNumber = /^[\da-f]{1,40}$/i.exec(wordOf(receipt.serie_cert, 40) ?? '')?.[0];
  const cadena = wordOf(receipt.cadori, longestCadena);
  if (folio === undefined && link === undefined) return undefined;
  return {
    ...(folio !== undefined && { folio }),
    ...(link !== undefined && { link }),
    ...(serialNumber !== undefined && { serialNumber }),
    ...(cadena !== undefined && { cadena }),
  };
}

/** An address that may be offered as a link: https, of the IMSS, on the default port. */
export function imssLink(address: unknown): string | undefined {
  const text = wordOf(address, longestLink);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, href } = new URL(text);
  const isOfImss = hostname === 'imss.gob.mx' || hostname.endsWith('.imss.gob.mx');
  const isPlain = port === '' && username === '' && password === '';
  return protocol === 'https:' && isOfImss && isPlain ? href : undefined;
}

function wordOf(value: unknown, longest: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= longest ? text : undefined;
}
