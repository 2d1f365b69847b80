import { readFormText } from './read-form-text.ts';

const longest = 512 * 1024;

/**
 * The values of one field in a `multipart/form-data` body (RFC 7578), which a browser hands over as
 * bytes when they are not UTF-8. Parts that are files are skipped unread.
 */
export function multipartField(body: Uint8Array<ArrayBuffer>, field: string): string[] {
  if (body.length > longest) return [];
  // One character a byte, so that the parts can be cut out as they came.
  const text = new TextDecoder('latin1').decode(body);
  const isLossless = text.length === body.length;
  const boundary = /^--[^\r\n]{1,200}(?=\r\n)/.exec(text)?.[0];
  if (!isLossless || boundary === undefined) return [];
  const wanted = `content-disposition: form-data; name="${field}"`;
  return [...partsOf(text, boundary)].flatMap(({ head, start, end }) =>
    head.toLowerCase().split('\r\n').includes(wanted) ? [readFormText(body.slice(start, end))] : [],
  );
}

function* partsOf(
  text: string,
  boundary: string,
): Generator<{ head: string; start: number; end: number }> {
  let from = boundary.length + 2;
  for (;;) {
    const headEnd = text.indexOf('\r\n\r\n', from);
    const end = text.indexOf(`\r\n${boundary}`, from);
    if (headEnd < 0 || end < headEnd) return;
    yield { head: text.slice(from, headEnd), start: headEnd + 4, end };
    from = end + boundary.length + 4;
  }
}
