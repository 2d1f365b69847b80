const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Octets as text when they are valid UTF-8 (RFC 3629), a byte order mark included; else nothing. */
export function utf8Text(octets: Uint8Array): string | undefined {
  try {
    return decoder.decode(octets);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
