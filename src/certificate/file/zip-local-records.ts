import { localLength, localSignature, readRecord, type ZipRecord } from './zip-record.ts';

/** Sizes and checksum come after the data, where a cut leaves nothing to find them by. */
const sizesFollow = 8;

/**
 * The files of an archive without a directory, as their local headers tell them one after the other
 * (PKWARE APPNOTE 4.3.7), as far as they are whole and say how long they are.
 */
export function localRecords(bytes: Uint8Array, most: number): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: ZipRecord[] = [];
  let offset = 0;
  for (let count = 0; count < most && offset + localLength <= bytes.length; count++) {
    const flags = view.getUint16(offset + 6, true);
    if (view.getUint32(offset, true) !== localSignature || (flags & sizesFollow) !== 0) break;
    const compressedSize = view.getUint32(offset + 18, true);
    const nameEnd = offset + localLength + view.getUint16(offset + 26, true);
    const end = nameEnd + view.getUint16(offset + 28, true) + compressedSize;
    if (end > bytes.length) break;
    const path = bytes.subarray(offset + localLength, nameEnd);
    const record = readRecord(view, offset + 4, path, offset);
    if (record) records.push(record);
    offset = end;
  }
  return records;
}
