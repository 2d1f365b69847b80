import { shownName, zipPath } from './zip-name.ts';

/** «PK», 3, 4 (PKWARE APPNOTE 4.3.7), little-endian. */
export const localSignature = 0x04034b50;
/** Octets of a local header before the name. */
export const localLength = 30;

/** One file as the directory or its local header tells it. Nothing of it is proved. */
export interface ZipRecord {
  /** The last part of its path. */
  name: string;
  path: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  /** Of its local header, from the beginning of the archive. */
  offset: number;
}

/**
 * What both headers tell in the same order (PKWARE APPNOTE 4.3.7 and 4.3.12). In: where the field
 * «version needed to extract» is. `undefined` for folders and hidden files.
 */
export function readRecord(
  view: DataView,
  at: number,
  path: Uint8Array,
  offset: number,
): ZipRecord | undefined {
  const name = shownName(zipPath(path));
  if (name === undefined) return undefined;
  return {
    name,
    path,
    flags: view.getUint16(at + 2, true),
    method: view.getUint16(at + 4, true),
    crc: view.getUint32(at + 10, true),
    compressedSize: view.getUint32(at + 14, true),
    size: view.getUint32(at + 18, true),
    offset,
  };
}
