import {
  createOcspRequest,
  judgeCrl,
  judgeOcspResponse,
  largestOcspResponse,
  type Bytes,
  type ChainAnchor,
  type RevocationStatus,
} from '../../certificate/index.ts';
import { exchange } from './exchange.ts';
import type { Service } from './services-of.ts';

export interface RevocationQuestion {
  /** DER */
  certificate: Bytes;
  /** Who signed it, which was proved. */
  issuer: ChainAnchor;
  /** The moment that the answer is judged by. */
  at: Date;
  /** Ends the asking early. */
  signal?: AbortSignal;
}

/** Milliseconds for the whole. */
const patience = 8_000;
/** Octets: lists of all that was ever revoked are larger than this, and not worth the wait. */
const largestList = 2 * 1024 * 1024;

const askers: Readonly<
  Record<Service['kind'], (url: string, question: RevocationQuestion) => Promise<RevocationStatus>>
> = { ocsp: askResponder, crl: readList };

/**
 * Asks one service about a certificate. Whether anybody may be asked, and by which permission, is
 * settled before. Never throws for what comes back.
 */
export async function askRevocation(
  { kind, url }: Service,
  question: RevocationQuestion,
): Promise<RevocationStatus> {
  return await askers[kind](url, question);
}

/**
 * RFC 6960 appendix A.1, with a nonce of its own. What is sent names the certificate by its number
 * and its issuer by hashes.
 */
async function askResponder(
  url: string,
  { certificate, issuer, at, signal }: RevocationQuestion,
): Promise<RevocationStatus> {
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const body = await createOcspRequest({ certificate, issuer, nonce });
  const response = await exchange({
    url,
    question: { type: 'application/ocsp-request', body },
    most: largestOcspResponse,
    patience,
    ...(signal && { signal }),
  });
  if (typeof response === 'string') return { status: 'unknown', reason: response };
  return await judgeOcspResponse(response, { certificate, issuer, nonce, at });
}

/** What is asked for is the same for everybody: whom it is about is not sent. */
async function readList(
  url: string,
  { certificate, issuer, at, signal }: RevocationQuestion,
): Promise<RevocationStatus> {
  const list = await exchange({ url, most: largestList, patience, ...(signal && { signal }) });
  if (typeof list === 'string') return { status: 'unknown', reason: list };
  return await judgeCrl(list, { certificate, issuer, at });
}
