import { DerError } from './der-error.ts';

export interface DerHeader {
  tag: number;
  headerLength: number;
  contentLength: number;
}

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

/** Octets of the header at `offset`. */
export function headerLengthAt(bytes: Uint8Array, offset: number): number {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('header cut off');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several octets');
  if (first < 0x80) return 2;
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new DerError('indefinite or overlong length');
  return 2 + count;
}

/** Octets of the content whose header at `offset` has so many. */
export function contentLengthAt(bytes: Uint8Array, offset: number, headerLength: number): number {
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
