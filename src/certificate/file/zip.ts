import type { Bytes } from '../asn1/der.ts';
import { entrySpan, unpack, type ZipSpan } from './zip-entry.ts';
import { zipRecords } from './zip-directory.ts';
import type { ZipRecord } from './zip-record.ts';

/** A file inside a ZIP, as the archive tells it. */
export interface ZipEntry {
  /** The last part of its path, as it is shown. */
  name: string;
  /** Octets, as declared. */
  size: number;
  /** It needs the archive's own password. */
  isEncrypted: boolean;
}

/** A file out of a ZIP. `bytes` is empty when it is encrypted. */
export interface ZipFile {
  name: string;
  bytes: Bytes;
  isEncrypted: boolean;
}

/** Octets of one file, unpacked: far more than any file of an e.firma has. */
const largestEntry = 256 * 1024;

/** What may still be done to unpack: shared by all archives that were brought together. */
export interface UnpackBudget {
  /** Octets that come out. */
  octets: number;
  /** Octets that go in without as many coming out. */
  idle: number;
  entries: number;
}

/** An accountant's archive of a hundred clients fits in. */
export function wholeUnpackBudget(): UnpackBudget {
  return { octets: 2 * 1024 * 1024, idle: 64 * 1024, entries: 400 };
}

/**
 * What a ZIP says is inside (PKWARE APPNOTE 6.3.10), nothing of it unpacked: at most 200 files,
 * without folders, `__MACOSX/` and hidden files. Empty for a broken archive; never throws.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  return zipRecords(bytes).map((record) => ({
    name: record.name,
    size: record.size,
    isEncrypted: isEncrypted(record),
  }));
}

/**
 * The files inside a ZIP in its order, at most 256 KB each and 2 MB in all. What is larger, shares
 * its octets with another entry, or does not agree with its own headers and checksum is left out;
 * so is what the budget does not reach for, the largest first. An archive inside the archive comes
 * out as it is. Of one that was cut off, what is whole; empty for one that is broken otherwise; never
 * throws.
 */
export function readZip(bytes: Uint8Array, budget = wholeUnpackBudget()): ZipFile[] {
  const places = placesOf(bytes);
  const files = new Map<ZipRecord, ZipFile>();
  const smallestFirst = places.toSorted((one, other) => lengthOf(one) - lengthOf(other));
  for (const { record, data } of smallestFirst) {
    if (--budget.entries < 0) break;
    const { name } = record;
    const unpacked = data ? unpackWithin(data, record, budget) : new Uint8Array();
    if (unpacked) files.set(record, { name, bytes: unpacked, isEncrypted: !data });
  }
  return places.flatMap(({ record }) => files.get(record) ?? []);
}

/** An entry and its packed octets, unless these are enciphered. */
interface ZipPlace {
  record: ZipRecord;
  data?: Uint8Array;
}

function lengthOf({ data }: ZipPlace): number {
  return data?.length ?? 0;
}

/** What is there of the entries, each octet of the archive belonging to the first that claims it. */
function placesOf(bytes: Uint8Array): ZipPlace[] {
  const taken: ZipSpan[] = [];
  return zipRecords(bytes).flatMap((record): ZipPlace[] => {
    if (isEncrypted(record)) return [{ record }];
    const span = entrySpan(bytes, record);
    if (!span || taken.some(({ start, end }) => span.start < end && start < span.end)) return [];
    taken.push(span);
    return [{ record, data: bytes.subarray(span.data, span.end) }];
  });
}

function unpackWithin(
  data: Uint8Array,
  record: ZipRecord,
  budget: UnpackBudget,
): Bytes | undefined {
  const isTooMuch = record.size > Math.min(budget.octets, largestEntry) || budget.idle <= 0;
  if (isTooMuch) return undefined;
  const { length, idle, bytes } = unpack(data, record, Math.min(budget.octets, largestEntry));
  budget.octets -= length;
  budget.idle -= idle;
  return bytes;
}

/** Bit 0 of the flags; an encrypted directory (bit 13) hides its names too. */
function isEncrypted({ flags }: ZipRecord): boolean {
  return (flags & 0x2001) !== 0;
}
