/** A field of a form: UTF-8, or what pages without it send (windows-1252, WHATWG Encoding §9.1). */
export function readFormText(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
