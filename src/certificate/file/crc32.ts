/** The reflected polynomial of CRC-32 (ISO 3309, ITU-T V.42), as ZIP and PNG use it. */
const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, octet) => {
  let remainder = octet;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 of octets, an unsigned number of 32 bits. Finds damage; proves nothing against intent. */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const octet of bytes) {
    remainder = (remainder >>> 8) ^ (table[(remainder ^ octet) & 0xff] ?? 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
