// A reader of its own, on purpose: the replica is a second opinion on what the extension reads.

/** One element of a DER structure (X.690), as much of it as a certificate needs. */
export interface DerElement {
  tag: number;
  content: Uint8Array;
}

/**
 * The elements that lie one after another in `bytes`.
 * @throws RangeError when a length does not fit.
 */
export function derElements(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const tag = byteAt(bytes, offset);
    let length = byteAt(bytes, offset + 1);
    offset += 2;
    if (length >= 0x80) {
      const lengthOctets = length & 0x7f;
      if (lengthOctets === 0 || lengthOctets > 4) throw new RangeError('DER length');
      length = 0;
      for (let i = 0; i < lengthOctets; i += 1) {
        length = length * 256 + byteAt(bytes, offset);
        offset += 1;
      }
    }
    if (offset + length > bytes.length) throw new RangeError('DER length');
    elements.push({ tag, content: bytes.subarray(offset, offset + length) });
    offset += length;
  }
  return elements;
}

/** An object identifier's content octets in dotted form. */
export function oidOf(content: Uint8Array): string {
  const first = content[0] ?? 0;
  const arcs = [
    Math.min(2, Math.floor(first / 40)),
    first - 40 * Math.min(2, Math.floor(first / 40)),
  ];
  let value = 0;
  for (const octet of content.subarray(1)) {
    value = value * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  return arcs.join('.');
}

/** The text of a string type. TeletexString holds Latin-1 at the SAT. */
export function textOf({ tag, content }: DerElement): string {
  return new TextDecoder(tag === 0x0c ? 'utf-8' : 'latin1').decode(content);
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new RangeError('DER ends early');
  return byte;
}
