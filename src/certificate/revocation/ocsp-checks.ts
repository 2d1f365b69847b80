import { hasSameBytes } from '../asn1/same-bytes.ts';
import type { Extension } from '../chain/extensions.ts';
import { ocspOid } from './ocsp-oid.ts';
import { encodeNonce } from './ocsp-request.ts';
import type { BasicOcspResponse } from './ocsp-response.ts';
import type { RevocationGap } from './revocation-status.ts';
import type { SingleResponse } from './single-response.ts';

/** What an answer is held against. */
export interface Expected {
  nonce?: Uint8Array;
  at: Date;
}

type Check<Of> = (of: Of, expected: Expected) => RevocationGap | undefined;

/** Milliseconds that the clock of a responder may be ahead. */
const tolerance = 5 * 60_000;
/** How old an answer may be that does not say until when it counts. */
const withoutNextUpdate = 60 * 60_000;

const hasUnknownCritical = (extensions: readonly Extension[], known: readonly string[]) =>
  extensions.some(({ id, isCritical }) => isCritical && !known.includes(id));

const isAhead = (date: Date, at: Date) => date.getTime() > at.getTime() + tolerance;

const hasKnownExtensions: Check<BasicOcspResponse> = ({ extensions }) =>
  hasUnknownCritical(extensions, [ocspOid.nonce]) ? 'unsupported' : undefined;

/** RFC 9654 section 2.1. An answer without it may be an old one. */
const repeatsNonce: Check<BasicOcspResponse> = ({ extensions }, { nonce }) => {
  if (!nonce) return undefined;
  const found = extensions.find(({ id }) => id === ocspOid.nonce);
  if (!found) return 'nonce_missing';
  return hasSameBytes(found.value, encodeNonce(nonce)) ? undefined : 'nonce_mismatch';
};

const wasProduced: Check<BasicOcspResponse> = ({ producedAt }, { at }) =>
  isAhead(producedAt, at) ? 'not_yet' : undefined;

/** Of a whole response, in this order. */
export const responseChecks: readonly Check<BasicOcspResponse>[] = [
  hasKnownExtensions,
  repeatsNonce,
  wasProduced,
];

const hasKnownSingleExtensions: Check<SingleResponse> = ({ extensions }) =>
  hasUnknownCritical(extensions, []) ? 'unsupported' : undefined;

/** RFC 6960 section 3.2, point 5. */
const hasBegun: Check<SingleResponse> = ({ thisUpdate }, { at }) =>
  isAhead(thisUpdate, at) ? 'not_yet' : undefined;

/** RFC 6960 section 3.2, point 6; without `nextUpdate` newer ones are always to be had. */
const isFresh: Check<SingleResponse> = ({ thisUpdate, nextUpdate }, { at }) => {
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + withoutNextUpdate);
  return at > end || end < thisUpdate ? 'stale' : undefined;
};

/** Of what is said of the one certificate, in this order. */
export const singleChecks: readonly Check<SingleResponse>[] = [
  hasKnownSingleExtensions,
  hasBegun,
  isFresh,
];

/** The first thing that is wrong, if any. */
export function firstGap<Of>(
  checks: readonly Check<Of>[],
  of: Of,
  expected: Expected,
): RevocationGap | undefined {
  for (const check of checks) {
    const gap = check(of, expected);
    if (gap) return gap;
  }
  return undefined;
}
