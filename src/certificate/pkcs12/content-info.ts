import { DerError, explicitOf, expectTag, sequenceOf } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import type { Bytes, DerNode } from '../asn1/der.ts';
import { joinBytes } from '../asn1/join-bytes.ts';
import { oidValue } from '../asn1/der-values.ts';

export interface ContentInfo {
  type: string;
  content: DerNode;
}

/**
 * Reads a ContentInfo (RFC 5652 section 3).
 *
 * @throws DerError
 */
export function readContentInfo(node: DerNode | undefined): ContentInfo {
  const [type, content, extra] = sequenceOf(node);
  if (extra) throw new DerError('a ContentInfo has two parts');
  return { type: oidValue(type), content: explicitOf(content, 0) };
}

/**
 * The octets of a `[0] IMPLICIT OCTET STRING`, which BER may have cut into segments.
 *
 * @throws DerError
 */
export function implicitOctets(node: DerNode | undefined): Bytes {
  if (node?.tag === contextTag(0, false)) return node.content;
  const segments = sequenceOf(node, contextTag(0)).map(
    (segment) => expectTag(segment, tags.octetString).content,
  );
  return joinBytes(segments);
}
