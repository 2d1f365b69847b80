/**
 * An unambiguous encoding of a list of fields, for associated data and for hashes: each field is
 * its length in bytes (32 bits, big-endian) followed by its bytes; text is UTF-8.
 */
export function encodeFields(
  fields: readonly (string | number | Uint8Array)[],
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = fields.map((field) =>
    field instanceof Uint8Array ? field : encoder.encode(String(field)),
  );
  const encoded = new Uint8Array(parts.reduce((total, part) => total + 4 + part.length, 0));
  const view = new DataView(encoded.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    encoded.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return encoded;
}
