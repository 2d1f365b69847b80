import { FirmaError } from '../errors.ts';
import { fromBase64Url, toBase64Url } from '../certificate/index.ts';

export interface CompactJws {
  header: Readonly<Record<string, unknown>>;
  payload: Readonly<Record<string, unknown>>;
  signature: Uint8Array<ArrayBuffer>;
  /** ASCII of `header.payload` as written: what was signed. */
  signingInput: Uint8Array<ArrayBuffer>;
}

/** The first two parts of a compact JWS (RFC 7515 section 7.1) of two JSON objects. */
export function signingInputOf(header: object, payload: object): string {
  return [header, payload]
    .map((part) => toBase64Url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.');
}

/**
 * Takes a compact JWS apart; nothing of it is verified.
 *
 * @throws FirmaError `invalid_request` when it is none
 */
export function parseJws(token: string): CompactJws {
  const parts = token.split('.');
  const [header, payload, signature] = parts.map(fromBase64Url);
  if (parts.length !== 3 || !header || !payload || !signature) throw malformed();
  return {
    header: jsonObject(header),
    payload: jsonObject(payload),
    signature,
    signingInput: new TextEncoder().encode(token.slice(0, token.lastIndexOf('.'))),
  };
}

function jsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw malformed(error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed();
  return value as Readonly<Record<string, unknown>>;
}

function malformed(reason?: unknown): FirmaError {
  return new FirmaError('invalid_request', {
    cause: new Error('not a compact JWS', { cause: reason }),
  });
}
