import { utf8Text } from '../asn1/utf8.ts';
import { fromCodePage850 } from './code-page-850.ts';

/** Characters; longer names are cut. */
const longest = 255;

/** The path of an entry as text: UTF-8 when it is, declared or not, as macOS does not declare it. */
export function zipPath(octets: Uint8Array): string {
  return utf8Text(octets) ?? fromCodePage850(octets);
}

/**
 * The last part of a path as it is shown, without characters that change how the rest reads.
 * `undefined` for folders, for what macOS adds (`__MACOSX/`) and for hidden files.
 */
export function shownName(path: string): string | undefined {
  const parts = path.split(/[/\\]/);
  const last = parts.at(-1) ?? '';
  if (last === '' || last.startsWith('.') || parts.includes('__MACOSX')) return undefined;
  return last
    .replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
    .slice(0, longest)
    .normalize('NFC');
}
