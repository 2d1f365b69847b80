import { DerError } from './der.ts';

/** Octets; those of this world have a dozen. */
const longest = 256;

interface Remembered {
  octets: Uint8Array;
  text: string;
}

/** The last identifier of each hash: a certificate has thirty, almost always the same. */
const remembered: (Remembered | undefined)[] = Array.from({ length: 256 }, () => undefined);

/**
 * The content octets of an OBJECT IDENTIFIER, from `start` to before `end`, in dotted form (X.690
 * section 8.19).
 *
 * @throws DerError
 */
export function oidText(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length > longest) throw new DerError('object identifier too long');
  let hash = length;
  for (let index = start; index < end; index++) hash = (hash * 31 + (bytes[index] ?? 0)) & 0xffff;
  const place = (hash ^ (hash >> 8)) & 0xff;
  const known = remembered[place];
  if (known && isSame(known.octets, bytes, start, length)) return known.text;
  const octets = bytes.slice(start, end);
  // As a key it is the one copy that the engine has: to compare it takes no look at its letters.
  const [text = ''] = Object.keys({ [dotted(octets)]: true });
  remembered[place] = { octets, text };
  return text;
}

function isSame(octets: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (octets.length !== length) return false;
  for (let index = 0; index < length; index++) {
    if (octets[index] !== bytes[start + index]) return false;
  }
  return true;
}

function dotted(octets: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  let within = false;
  for (const octet of octets) {
    if (!within && octet === 0x80) throw new DerError('arc not in its shortest form');
    arc = arc * 0x80 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new DerError('arc too large');
    within = octet >= 0x80;
    if (within) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    } else {
      arcs.push(arc);
    }
    arc = 0;
  }
  if (within || arcs.length === 0) throw new DerError('object identifier cut off');
  return arcs.join('.');
}
