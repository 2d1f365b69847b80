/** Multiplies by x in the field of AES (FIPS 197 section 4.2). */
export function timesX(octet: number): number {
  return ((octet << 1) ^ (octet & 0x80 ? 0x11b : 0)) & 0xff;
}

const sbox = makeSbox();

/** FIPS 197 section 5.3.2. */
export const inverseSbox = Uint8Array.from({ length: 256 }, (_, octet) => sbox.indexOf(octet));

/** The round keys of AES, 16 octets each, first to last (FIPS 197 section 5.2). */
export function expandAesKey(key: Uint8Array): Uint8Array[] {
  const rounds = key.length / 4 + 6;
  const expanded = new Uint8Array(16 * (rounds + 1));
  expanded.set(key);
  let constant = 1;
  for (let offset = key.length; offset < expanded.length; offset += 4) {
    let word = Array.from(expanded.subarray(offset - 4, offset));
    const within = offset % key.length;
    if (within === 0) word = [...word.slice(1), ...word.slice(0, 1)];
    if (within === 0 || (key.length > 24 && within === 16))
      word = word.map((octet) => sbox[octet] ?? 0);
    if (within === 0) {
      word[0] = (word[0] ?? 0) ^ constant;
      constant = timesX(constant);
    }
    for (let index = 0; index < 4; index++) {
      expanded[offset + index] = (expanded[offset + index - key.length] ?? 0) ^ (word[index] ?? 0);
    }
  }
  return Array.from({ length: rounds + 1 }, (_, round) =>
    expanded.subarray(round * 16, round * 16 + 16),
  );
}

/** Inverses in the field, then the affine transformation (section 5.1.1). */
function makeSbox(): Uint8Array {
  const box = new Uint8Array(256);
  let power = 1;
  let inverse = 1;
  do {
    // 3 generates the field: one runs through its powers, the other through theirs backwards.
    power ^= timesX(power);
    inverse ^= inverse << 1;
    inverse ^= inverse << 2;
    inverse = (inverse ^ (inverse << 4)) & 0xff;
    if (inverse & 0x80) inverse ^= 0x09;
    const doubled = inverse * 0x101;
    const turned = (doubled >> 7) ^ (doubled >> 6) ^ (doubled >> 5) ^ (doubled >> 4);
    box[power] = inverse ^ turned ^ 0x63;
  } while (power !== 1);
  box[0] = 0x63;
  return box;
}
