import { DerError } from './der-error.ts';
import { contentLengthAt, headerLengthAt } from './der-header.ts';
import { contextTag, tags } from './tags.ts';

export { DerError };

/** An octet string that WebCrypto takes as it is (never shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

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

const deepest = 24;
/** Elements side by side; a certificate has a dozen. */
const most = 20_000;

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
  const { bytes, inside, end } = node;
  const depth = node.depth + 1;
  if (inside === end) return [];
  // Nearly all have one to three: in lists of just that length, not in such that may grow.
  const first = readNode(bytes, inside, end, depth);
  if (first.end === end) return [first];
  const second = readNode(bytes, first.end, end, depth);
  if (second.end === end) return [first, second];
  let last = readNode(bytes, second.end, end, depth);
  const children = [first, second, last];
  while (last.end < end) {
    if (children.length >= most) throw new DerError('too many elements');
    last = readNode(bytes, last.end, end, depth);
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
  if (node?.tag !== tag) throw unexpected(tag, node?.tag);
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
  return [first, onlyNode(bytes, first.end, end, depth + 1)];
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

/**
 * Where the content begins of the element at `start`, which has this tag; with {@link endAt} for
 * who makes no node of it.
 *
 * @throws DerError
 */
export function insideAt(bytes: Uint8Array, start: number, tag: number): number {
  if (bytes[start] !== tag) throw unexpected(tag, bytes[start]);
  return start + headerLengthAt(bytes, start);
}

/**
 * Where the element at `start` ends whose content begins at `inside`.
 *
 * @throws DerError when that is after `limit`, or so is a part of its header
 */
export function endAt(bytes: Uint8Array, start: number, inside: number, limit: number): number {
  const end = inside + contentLengthAt(bytes, start, inside - start);
  if (end > limit) throw new DerError('content cut off');
  return end;
}

/**
 * The element that is all there is between `start` and `limit`.
 *
 * @throws DerError
 */
export function onlyNode(bytes: Bytes, start: number, limit: number, depth: number): DerNode {
  const node = readNode(bytes, start, limit, depth);
  if (node.end !== limit) throw new DerError('more than one element');
  return node;
}

function unexpected(wanted: number, found: number | undefined): DerError {
  return new DerError(`expected tag ${wanted}, found ${found}`);
}

function readNode(bytes: Bytes, start: number, limit: number, depth: number): DerNode {
  const inside = start + headerLengthAt(bytes, start);
  const end = endAt(bytes, start, inside, limit);
  return new DerNode(bytes[start] ?? 0, { bytes, start, inside, end, depth });
}
