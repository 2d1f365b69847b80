import { timeValue } from '../asn1/asn1-time.ts';
import {
  DerError,
  explicitOf,
  expectTag,
  readDer,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { bitStringOctets, oidValue, smallInteger } from '../asn1/der-values.ts';
import type { Extension } from '../chain/extensions.ts';
import type { SignedBytes } from '../chain/verify-signature.ts';
import { responseExtensions } from './response-extensions.ts';
import { readSingleResponse, type SingleResponse } from './single-response.ts';

const enumerated = 0x0a;

/** RFC 6960 section 4.2.1; `response` is there only when the status is 0, successful. */
export interface OcspResponse {
  status: number;
  /** Dotted OID. */
  responseType?: string;
  response?: Bytes;
}

/** How a responder names itself: its name, DER, or the SHA-1 of its key. */
export type ResponderId = { name: Bytes } | { keyHash: Bytes };

export interface BasicOcspResponse extends SignedBytes {
  /** DER of each certificate that came along. */
  certificates: readonly Bytes[];
  /** 0 is version 1, the only one there is. */
  version: number;
  responderId: ResponderId;
  producedAt: Date;
  responses: readonly SingleResponse[];
  extensions: readonly Extension[];
}

/** @throws DerError */
export function readOcspResponse(der: Bytes): OcspResponse {
  const [status, wrapper, extra] = sequenceOf(readDer(der));
  const { content } = expectTag(status, enumerated);
  const [number] = content;
  if (content.length !== 1 || number === undefined || extra) throw new DerError('not a response');
  if (!wrapper) return { status: number };
  const [type, response, more] = sequenceOf(explicitOf(wrapper, 0));
  if (more) throw new DerError('a response is a type and octets');
  return {
    status: number,
    responseType: oidValue(type),
    response: expectTag(response, tags.octetString).content,
  };
}

/** @throws DerError */
export function readBasicResponse(der: Bytes): BasicOcspResponse {
  const [data, algorithm, signature, certificates, extra] = sequenceOf(readDer(der));
  if (extra) throw new DerError('a basic response has three or four parts');
  const fields = sequenceOf(data);
  const version = fields[0]?.tag === contextTag(0) ? fields.shift() : undefined;
  const [responderId, producedAt, responses, extensions, more] = fields;
  if (more) throw new DerError('more than the data of a response');
  return {
    data: expectTag(data, tags.sequence).whole,
    algorithm: expectTag(algorithm, tags.sequence).whole,
    signature: bitStringOctets(signature),
    certificates: certificates
      ? sequenceOf(explicitOf(certificates, 0)).map(({ whole }) => whole)
      : [],
    version: version ? smallInteger(explicitOf(version, 0)) : 0,
    responderId: readResponderId(responderId),
    producedAt: timeValue(expectTag(producedAt, tags.generalizedTime)),
    responses: sequenceOf(responses).map(readSingleResponse),
    extensions: responseExtensions(extensions),
  };
}

function readResponderId(node: DerNode | undefined): ResponderId {
  if (node?.tag !== contextTag(1)) {
    return { keyHash: expectTag(explicitOf(node, 2), tags.octetString).content };
  }
  return { name: expectTag(explicitOf(node, 1), tags.sequence).whole };
}
