/** The first part of a file. */
export function cutTo(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

export function extended(bytes: Uint8Array): Uint8Array {
  return new Uint8Array([...bytes, 0x0d, 0x0a]);
}

/** A tag in the middle that no reader takes, after the opening that tells what the file is. */
export function damagedAt(bytes: Uint8Array, offset: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed[offset] = 0xff;
  return changed;
}

export function pemOf(bytes: Uint8Array, label: string): Uint8Array {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return Buffer.from(
    [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
  );
}

export function textFile(text: string): Uint8Array {
  return Buffer.from(text);
}
