import { localRecords } from './zip-local-records.ts';
import { readRecord, type ZipRecord } from './zip-record.ts';

const endSignature = 0x06054b50;
const recordSignature = 0x02014b50;
const endLength = 22;
const recordLength = 46;
const longestComment = 0xffff;
const mostRecords = 200;

/**
 * The files that a ZIP lists, folders and hidden ones left out, in the order of its directory; of one
 * that was cut off, those that are whole. Only the first 200 records are looked at. Empty for an
 * archive that needs ZIP64 or several disks, as no e.firma does.
 */
export function zipRecords(bytes: Uint8Array): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return localRecords(bytes, mostRecords);
  const records: ZipRecord[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = 0; count < mostRecords && at + recordLength <= end; count++) {
    if (view.getUint32(at, true) !== recordSignature) break;
    const nameLength = view.getUint16(at + 28, true);
    const path = bytes.subarray(at + recordLength, Math.min(at + recordLength + nameLength, end));
    const record = readRecord(view, at + 6, path, view.getUint32(at + 42, true));
    if (record) records.push(record);
    at += recordLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return records;
}

/** Whether its end is not there: a ZIP has its directory last (PKWARE APPNOTE 4.3.6). */
export function isCutZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return endOfDirectory(view) === undefined;
}

function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}
