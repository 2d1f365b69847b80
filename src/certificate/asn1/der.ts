/** An octet string that WebCrypto takes as it is (never shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that are not strict DER (ITU-T X.690 section 10), or not the structure that was expected. */
export class DerError extends Error {}

/** One element; `content` and `whole` are views into the bytes that were read. */
export interface DerNode {
  tag: number;
  content: Bytes;
  whole: Bytes;
  depth: number;
}

export interface DerHeader {
  tag: number;
  headerLength: number;
  contentLength: number;
}

/** Identifier octets (X.690 section 8.1.2): class, constructed bit and number in one. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  bmpString: 0x1e,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of `[number]`, constructed unless told. */
export function contextTag(number: number, constructed = true): number {
  return (constructed ? 0xa0 : 0x80) | number;
}

const deepest = 24;

/**
 * The header at `offset`: one-octet tag, definite length in its shortest form of at most four
 * octets (X.690 section 10.1). Says nothing of whether the content is all there.
 *
 * @throws DerError
 */
export function readHeader(bytes: Uint8Array, offset: number): DerHeader {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('header cut off');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several octets');
  if (first < 0x80) return { tag, headerLength: 2, contentLength: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new DerError('indefinite or overlong length');
  let contentLength = 0;
  for (let index = 0; index < count; index++) {
    const octet = bytes[offset + 2 + index];
    if (octet === undefined) throw new DerError('header cut off');
    contentLength = contentLength * 0x100 + octet;
  }
  const shortest = count === 1 ? 0x80 : 0x100 ** (count - 1);
  if (contentLength < shortest) throw new DerError('length not in its shortest form');
  return { tag, headerLength: 2 + count, contentLength };
}

/**
 * The one element that the bytes are.
 *
 * @throws DerError also when anything follows it
 */
export function readDer(bytes: Bytes): DerNode {
  const node = readNode(bytes, 0, 0);
  if (node.whole.length !== bytes.length) throw new DerError('bytes after the end');
  return node;
}

/**
 * The elements inside a constructed one, in order.
 *
 * @throws DerError also below 24 levels
 */
export function childrenOf(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not constructed');
  if (node.depth >= deepest) throw new DerError('nested too deep');
  const children: DerNode[] = [];
  for (let offset = 0; offset < node.content.length;) {
    const child = readNode(node.content, offset, node.depth + 1);
    children.push(child);
    offset += child.whole.length;
  }
  return children;
}

/**
 * Makes sure that an element is there and has this tag.
 *
 * @throws DerError
 */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`expected tag ${tag}, found ${node?.tag}`);
  return node;
}

/**
 * The elements of a SEQUENCE (or of another constructed tag).
 *
 * @throws DerError
 */
export function sequenceOf(node: DerNode | undefined, tag: number = tags.sequence): DerNode[] {
  return childrenOf(expectTag(node, tag));
}

/**
 * The only element of an EXPLICIT tag.
 *
 * @throws DerError
 */
export function explicitOf(node: DerNode | undefined, number: number): DerNode {
  const [inner, extra] = sequenceOf(node, contextTag(number));
  if (!inner || extra) throw new DerError('an explicit tag holds one element');
  return inner;
}

function readNode(bytes: Bytes, offset: number, depth: number): DerNode {
  const { tag, headerLength, contentLength } = readHeader(bytes, offset);
  const start = offset + headerLength;
  const end = start + contentLength;
  if (end > bytes.length) throw new DerError('content cut off');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end), depth };
}
