import { Inflate } from 'fflate';
import type { Bytes } from '../asn1/der.ts';
import { joinBytes } from '../asn1/join-bytes.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';
import { crc32 } from './crc32.ts';
import { localLength, localSignature, type ZipRecord } from './zip-record.ts';

/** Octets handed to the inflater at once: no more than about 4 MB can come out of them. */
const chunk = 4096;
/** Octets of one entry that may go into the inflater without as many coming out. */
const mostIdle = 16 * 1024;

/** Where the data of an entry lies in the archive. */
export interface ZipSpan {
  /** Of the local header. */
  start: number;
  data: number;
  end: number;
}

/**
 * Where an entry lies. `undefined` when there is no local header, when it does not tell the same
 * name and method as the directory, or when the data would go beyond the end.
 */
export function entrySpan(bytes: Uint8Array, record: ZipRecord): ZipSpan | undefined {
  const { offset: start, path, method, compressedSize } = record;
  if (start + localLength > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, localLength);
  if (view.getUint32(0, true) !== localSignature || view.getUint16(8, true) !== method) {
    return undefined;
  }
  const nameLength = view.getUint16(26, true);
  const name = bytes.subarray(start + localLength, start + localLength + nameLength);
  const data = start + localLength + nameLength + view.getUint16(28, true);
  const end = data + compressedSize;
  return hasSameBytes(name, path) && end <= bytes.length ? { start, data, end } : undefined;
}

/** What came out of an entry; `length` also counts what was thrown away. */
export interface Unpacked {
  length: number;
  /** Octets that made the inflater work without as many coming out: an honest file has next to none. */
  idle: number;
  /** Absent when the entry is broken, or larger than was allowed. */
  bytes?: Bytes;
}

/**
 * Unpacks the data of an entry: stored or deflated (RFC 1951), at most `most` octets. Sizes and
 * checksum of the directory have to be those of what comes out.
 */
export function unpack(data: Uint8Array, record: ZipRecord, most: number): Unpacked {
  const read = readers[record.method];
  if (!read) return { length: 0, idle: 0 };
  const { length, idle, bytes } = read(data, most);
  const isWhole = bytes && length === record.size && crc32(bytes) === record.crc;
  return isWhole ? { length, idle, bytes } : { length, idle };
}

const readers: Readonly<Record<number, (data: Uint8Array, most: number) => Unpacked>> = {
  0: (data, most) =>
    data.length > most
      ? { length: 0, idle: 0 }
      : { length: data.length, idle: 0, bytes: new Uint8Array(data) },
  8: inflate,
};

/** A block of deflate can be empty and still take its time: a few octets for a whole table. */
function inflate(data: Uint8Array, most: number): Unpacked {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let idle = 0;
  const inflater = new Inflate((piece) => {
    length += piece.length;
    if (length <= most) pieces.push(piece);
  });
  try {
    for (let at = 0; at < data.length; at += chunk) {
      if (length > most || idle > mostIdle) break;
      const before = length;
      const piece = data.subarray(at, at + chunk);
      inflater.push(piece, at + chunk >= data.length);
      idle += Math.max(0, piece.length - (length - before));
    }
  } catch {
    // The library throws plain errors of several kinds for data that is no deflate stream.
    return { length, idle: idle + chunk };
  }
  const isRefused = length > most || idle > mostIdle;
  return isRefused ? { length, idle } : { length, idle, bytes: joinBytes(pieces) };
}
