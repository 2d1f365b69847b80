import { DerError } from '../asn1/der.ts';
import { CutOff, readBerHeader } from '../asn1/ber-header.ts';

/** What is told by the outermost element of a file and by those directly inside it. */
export interface BerOutline {
  /** Octets of the whole element; absent when neither its header nor its end is there to say. */
  length?: number;
  /** The file ends before the element does. */
  isCutOff: boolean;
  /** Tags of the elements inside, in order, the first 16; absent when these are not all there. */
  tags?: number[];
}

const mostTags = 16;

/**
 * The outline of a file in BER (X.690 section 8.1). Nothing below the first level is looked at but
 * to be passed over. `undefined` when the file does not begin with an element.
 */
export function berOutline(bytes: Uint8Array): BerOutline | undefined {
  const after = unlessMalformed(() => readBerHeader(bytes, 0).after ?? 'indefinite');
  if (after === undefined) return undefined;
  if (after === 'cut off') return { isCutOff: true };
  if (after !== 'indefinite') {
    if (after > bytes.length) return { isCutOff: true, length: after };
    const inside = unlessMalformed(() => inner(bytes.subarray(0, after), false));
    return { isCutOff: false, length: after, ...(typeof inside === 'object' && inside) };
  }
  const inside = unlessMalformed(() => inner(bytes, true));
  if (inside === undefined) return { isCutOff: false };
  return inside === 'cut off' ? { isCutOff: true } : { isCutOff: false, ...inside };
}

function inner(bytes: Uint8Array, isIndefinite: boolean): { tags: number[]; length: number } {
  const tags: number[] = [];
  let at = readBerHeader(bytes, 0).inside;
  while (isIndefinite ? !isEnd(bytes, at) : at < bytes.length) {
    if (tags.length < mostTags) tags.push(bytes[at] ?? 0);
    at = afterElement(bytes, at);
  }
  return { tags, length: isIndefinite ? at + 2 : at };
}

/** Where the next element begins; nested indefinite lengths are counted, not followed. */
function afterElement(bytes: Uint8Array, start: number): number {
  let at = start;
  let open = 0;
  do {
    if (open > 0 && isEnd(bytes, at)) {
      open -= 1;
      at += 2;
    } else {
      const { inside, after } = readBerHeader(bytes, at);
      if (after === undefined) open += 1;
      at = after ?? inside;
    }
    if (at > bytes.length) throw new CutOff();
  } while (open > 0);
  return at;
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  if (at + 2 > bytes.length) throw new CutOff();
  return bytes[at] === 0 && bytes[at + 1] === 0;
}

function unlessMalformed<Value>(read: () => Value): Value | 'cut off' | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CutOff) return 'cut off';
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
