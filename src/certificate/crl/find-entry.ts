import { readHeader } from '../asn1/der-header.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';

/** Where one element begins and ends inside the bytes of all. */
interface Place {
  start: number;
  content: number;
  end: number;
}

/** reasonCode and invalidityDate (RFC 5280 section 5.3), content octets of the OIDs. */
const understood = [Uint8Array.of(0x55, 0x1d, 0x15), Uint8Array.of(0x55, 0x1d, 0x18)] as const;

/**
 * Looks a serial number up among the entries of a list, by walking over them once and making
 * nothing of them. In: the entries, DER one after the other; content octets of the number. Out: the
 * DER of the first such entry, `undefined` when there is none, `unsupported` when any entry has a
 * critical extension that is not understood: then the list counts for nobody (RFC 5280 section 5.3;
 * indirect lists have one).
 *
 * @throws DerError
 */
export function findEntry(entries: Bytes, serialNumber: Bytes): Bytes | 'unsupported' | undefined {
  let found: Bytes | undefined;
  for (let offset = 0; offset < entries.length;) {
    const entry = placeAt(entries, offset, entries.length, tags.sequence);
    const number = placeAt(entries, entry.content, entry.end, tags.integer);
    const date = placeAt(entries, number.end, entry.end);
    if (date.end < entry.end && !isUnderstood(entries, date.end, entry.end)) return 'unsupported';
    if (isEqual(entries, number, serialNumber)) found ??= entries.subarray(entry.start, entry.end);
    offset = entry.end;
  }
  return found;
}

/** Whether every critical extension of an entry is one that is understood. */
function isUnderstood(bytes: Bytes, start: number, end: number): boolean {
  const list = placeAt(bytes, start, end, tags.sequence);
  for (let offset = list.content; offset < list.end;) {
    const extension = placeAt(bytes, offset, list.end, tags.sequence);
    const id = placeAt(bytes, extension.content, extension.end, tags.oid);
    const next = placeAt(bytes, id.end, extension.end);
    const isCritical = bytes[next.start] === tags.boolean && bytes[next.content] !== 0;
    if (isCritical && !understood.some((known) => isEqual(bytes, id, known))) return false;
    offset = extension.end;
  }
  return list.end === end;
}

function placeAt(bytes: Bytes, start: number, limit: number, tag?: number): Place {
  const header = readHeader(bytes, start);
  const content = start + header.headerLength;
  const end = content + header.contentLength;
  if (end > limit || (tag !== undefined && header.tag !== tag)) throw new DerError('not an entry');
  return { start, content, end };
}

function isEqual(bytes: Bytes, { content, end }: Place, wanted: Bytes): boolean {
  if (end - content !== wanted.length) return false;
  for (let index = wanted.length - 1; index >= 0; index--) {
    if (bytes[content + index] !== wanted[index]) return false;
  }
  return true;
}
