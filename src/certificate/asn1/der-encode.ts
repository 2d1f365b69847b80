import type { Bytes } from './der.ts';
import { joinBytes } from './join-bytes.ts';

/** One element: tag, shortest definite length, the contents one after the other (X.690 section 10.1). */
export function encodeDer(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const header = [tag, ...encodeLength(length)];
  return joinBytes([Uint8Array.from(header), ...contents]);
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) octets.unshift(rest % 0x100);
  return [0x80 | octets.length, ...octets];
}
