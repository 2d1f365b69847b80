/** Octets as node-forge takes them: one character each. */
export function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += String.fromCharCode(octet);
  return text;
}
