/** One part of a form: `filename` is there for files only. */
export interface FormPart {
  filename: string | undefined;
  content: Buffer;
}

/**
 * Reads a multipart/form-data body (RFC 7578) into its parts by name; of two with the same name the
 * first counts. Only what browsers send is understood.
 * @returns undefined when it is anything else.
 */
export function parseMultipart(
  body: Buffer,
  contentType: string | undefined,
): Map<string, FormPart> | undefined {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(contentType ?? '');
  if (!boundary) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary[1]}`, 'latin1');
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts = new Map<string, FormPart>();
  let start = text.indexOf(delimiter);
  if (start !== 0) return undefined;
  for (;;) {
    start += delimiter.length;
    if (text.toString('latin1', start, start + 2) === '--') return parts;
    const end = text.indexOf(delimiter, start);
    const headersEnd = text.indexOf('\r\n\r\n', start);
    if (end === -1 || headersEnd === -1 || headersEnd > end) return undefined;
    const part = nameOf(text.toString('utf8', start, headersEnd));
    if (!part) return undefined;
    if (!parts.has(part.name)) {
      parts.set(part.name, {
        filename: part.filename,
        content: text.subarray(headersEnd + 4, end),
      });
    }
    start = end;
  }
}

function nameOf(headers: string): { name: string; filename: string | undefined } | undefined {
  const disposition = /^content-disposition: *form-data;(.*)$/im.exec(headers)?.[1];
  const name = disposition && /(?:^|; *| )name="([^"]*)"/.exec(disposition)?.[1];
  if (!disposition || name === undefined) return undefined;
  return { name, filename: /filename="([^"]*)"/.exec(disposition)?.[1] };
}
