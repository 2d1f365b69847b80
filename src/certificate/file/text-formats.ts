import { utf8Text } from '../asn1/utf8.ts';
import type { FileFormat } from './file-kind.ts';

/** What a page begins with, once whole comments and the declaration of XML are passed over. */
const pageStart =
  /^<(!--|(!doctype\s+html|html|head|body|script|style|meta|title|link|div|span|center|font|table|form|h[1-6]|p|b|br|hr)\b)/i;

/** In the order in which they are tried. */
const patterns: readonly (readonly [FileFormat, RegExp])[] = [
  ['blank', /^\s*$/],
  ['shortcut', /^\s*\[(InternetShortcut|Desktop Entry)\]/i],
  ['xml', /^\s*<[?!a-z]/i],
  ['json', /^\s*(\{\s*["}]|\[\s*[[{"\d\]])/],
  ['openssh_key', /^\s*(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\S{1,20}) AAAA/],
  [
    'email',
    /^(\s|X-[\w-]{1,40}: )*(Return-Path|Received|Delivered-To|From|To|Subject|Date|MIME-Version|Message-ID): /i,
  ],
];

/** The text is a page of the web, also one of an error that was saved instead of a file. */
export function isHtml(text: string): boolean {
  const rest = afterPrologue(text);
  return pageStart.test(rest) || /^<[a-z:]*html\b/i.test(rest);
}

/** What a file of text is. In: its text. `text` when it is nothing more special. */
export function textFormat(text: string): FileFormat {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';
}

/** The octets are text: valid UTF-8 or nearly all letters, without control characters. */
export function isText(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < 2 || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return false;
  if (utf8Text(bytes) !== undefined) return true;
  const plain = text.match(/[\t\n\r -~]/g)?.length ?? 0;
  return plain >= text.length * 0.8;
}

function afterPrologue(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : undefined;
    const end = close === undefined ? -1 : rest.indexOf(close);
    if (close === undefined || end < 0) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}
