import { timeValue } from '../asn1/asn1-time.ts';
import { DerError, explicitOf, expectTag, sequenceOf, type DerNode } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { readCertId, type CertId } from './cert-id.ts';
import type { Extension } from '../chain/extensions.ts';
import { responseExtensions } from './response-extensions.ts';
import { revocationReason, type RevocationReason } from './revocation-reason.ts';

export type CertStatus =
  | { status: 'good' }
  | { status: 'revoked'; revokedAt: Date; reason?: RevocationReason }
  | { status: 'unknown' };

/** What a response says of one certificate (RFC 6960 section 4.2.1). */
export interface SingleResponse {
  certId: CertId;
  certStatus: CertStatus;
  thisUpdate: Date;
  nextUpdate?: Date;
  extensions: readonly Extension[];
}

/** The tags of CertStatus. */
const readers: Readonly<Record<number, (node: DerNode) => CertStatus>> = {
  [contextTag(0, false)]: (node) => plain('good', node),
  [contextTag(1)]: readRevoked,
  [contextTag(2, false)]: (node) => plain('unknown', node),
};

/** @throws DerError */
export function readSingleResponse(node: DerNode): SingleResponse {
  const [certId, certStatus, thisUpdate, ...optional] = sequenceOf(node);
  const nextUpdate = optional[0]?.tag === contextTag(0) ? optional.shift() : undefined;
  const [extensions, extra] = optional;
  if (extra) throw new DerError('more than one certificate’s response');
  const readStatus = certStatus && readers[certStatus.tag];
  if (!readStatus) throw new DerError('not a status');
  return {
    certId: readCertId(certId),
    certStatus: readStatus(certStatus),
    thisUpdate: generalizedTime(thisUpdate),
    ...(nextUpdate && { nextUpdate: generalizedTime(explicitOf(nextUpdate, 0)) }),
    extensions: responseExtensions(extensions),
  };
}

function plain(status: 'good' | 'unknown', { content }: DerNode): CertStatus {
  if (content.length > 0) throw new DerError('a status without content');
  return { status };
}

function readRevoked(node: DerNode): CertStatus {
  const [time, wrapper, extra] = sequenceOf(node, contextTag(1));
  if (extra) throw new DerError('more than a revocation');
  const reason = wrapper && revocationReason(explicitOf(wrapper, 0));
  return { status: 'revoked', revokedAt: generalizedTime(time), ...(reason && { reason }) };
}

function generalizedTime(node: DerNode | undefined): Date {
  return timeValue(expectTag(node, tags.generalizedTime));
}
