/** An octet string that WebCrypto takes as it is (never shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that are not strict DER (ITU-T X.690 section 10), or not the structure that was expected. */
export class DerError extends Error {}

/** Where an element is in the bytes that were read. */
interface DerPlace {
  bytes: Bytes;
  start: number;
  /** Where its content begins. */
  inside: number;
  /** Where the next one may begin. */
  end: number;
  /** How many elements it is in. */
  depth: number;
}

/** One element; of a certificate's hundred hardly any is asked for its octets. */
export class DerNode implements DerPlace {
  readonly tag: number;
  readonly bytes: Bytes;
  readonly start: number;
  readonly inside: number;
  readonly end: number;
  readonly depth: number;

  constructor(tag: number, { bytes, start, inside, end, depth }: DerPlace) {
    this.tag = tag;
    this.bytes = bytes;
    this.start = start;
    this.inside = inside;
    this.end = end;
    this.depth = depth;
  }

  /** A view into what was read, as is `whole`. */
  get content(): Bytes {
    return this.bytes.subarray(this.inside, this.end);
  }

  /** With the header. */
  get whole(): Bytes {
    return this.bytes.subarray(this.start, this.end);
  }
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
  enumerated: 0x0a,
  utf8String: 0x0c,
  bmpString: 0x1e,
  universalString: 0x1c,
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
/** Elements side by side; a certificate has a dozen. */
const most = 20_000;

/**
 * The header at `offset`: one-octet tag, definite length in its shortest form of at most four
 * octets (X.690 section 10.1). Says nothing of whether the content is all there.
 *
 * @throws DerError
 */
export function readHeader(bytes: Uint8Array, offset: number): DerHeader {
  const headerLength = headerLengthAt(bytes, offset);
  return {
    tag: bytes[offset] ?? 0,
    headerLength,
    contentLength: contentLengthAt(bytes, offset, headerLength),
  };
}

function headerLengthAt(bytes: Uint8Array, offset: number): number {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('header cut off');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several octets');
  if (first < 0x80) return 2;
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new DerError('indefinite or overlong length');
  return 2 + count;
}

function contentLengthAt(bytes: Uint8Array, offset: number, headerLength: number): number {
  if (headerLength === 2) return bytes[offset + 1] ?? 0;
  let contentLength = 0;
  for (let index = offset + 2; index < offset + headerLength; index++) {
    const octet = bytes[index];
    if (octet === undefined) throw new DerError('header cut off');
    contentLength = contentLength * 0x100 + octet;
  }
  const shortest = headerLength === 3 ? 0x80 : 0x100 ** (headerLength - 3);
  if (contentLength < shortest) throw new DerError('length not in its shortest form');
  return contentLength;
}

/**
 * The one element that the bytes are.
 *
 * @throws DerError also when anything follows it
 */
export function readDer(bytes: Bytes): DerNode {
  const node = readNode(bytes, 0, bytes.length, 0);
  if (node.end !== bytes.length) throw new DerError('bytes after the end');
  return node;
}

/**
 * The elements inside a constructed one, in order.
 *
 * @throws DerError also below 24 levels, and for more than 20,000
 */
export function childrenOf(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not constructed');
  if (node.depth >= deepest) throw new DerError('nested too deep');
  if (node.inside === node.end) return [];
  let last = readNode(node.bytes, node.inside, node.end, node.depth + 1);
  const children = [last];
  while (last.end < node.end) {
    if (children.length >= most) throw new DerError('too many elements');
    last = readNode(node.bytes, last.end, node.end, node.depth + 1);
    children.push(last);
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
 * The elements of a SEQUENCE of two.
 *
 * @throws DerError
 */
export function pairOf(node: DerNode): [DerNode, DerNode] {
  const { bytes, inside, end, depth } = expectTag(node, tags.sequence);
  if (depth >= deepest) throw new DerError('nested too deep');
  const first = readNode(bytes, inside, end, depth + 1);
  const second = readNode(bytes, first.end, end, depth + 1);
  if (second.end !== end) throw new DerError('more than a pair');
  return [first, second];
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

/**
 * An element with an IMPLICIT tag as one of the type that it has (X.690 section 8.14.3).
 */
export function implicitOf(node: DerNode, tag: number): DerNode {
  return new DerNode(tag, node);
}

function readNode(bytes: Bytes, start: number, limit: number, depth: number): DerNode {
  const headerLength = headerLengthAt(bytes, start);
  const inside = start + headerLength;
  const end = inside + contentLengthAt(bytes, start, headerLength);
  // Also when the header is not all before the limit.
  if (end > limit) throw new DerError('content cut off');
  return new DerNode(bytes[start] ?? 0, { bytes, start, inside, end, depth });
}
