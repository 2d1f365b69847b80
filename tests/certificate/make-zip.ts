import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/certificate/file/crc32.ts';

/** A file of an archive, and what its headers say that is not so. */
export interface ZipPart {
  name: string;
  content: Uint8Array;
  stored?: boolean;
  rawName?: Uint8Array;
  localName?: string;
  flags?: number;
  method?: number;
  crc?: number;
  size?: number;
  compressedSize?: number;
  /** Data as it stands in the archive. */
  packed?: Uint8Array;
  /** The directory says that it is there; nothing is written for it. */
  at?: number;
}

/** A ZIP archive (PKWARE APPNOTE 4.3), right unless a part says otherwise. */
export function makeZip(parts: readonly ZipPart[], comment = ''): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { content, stored = false, flags = 0 } = part;
    const name = Buffer.from(part.rawName ?? part.name);
    const data = Buffer.from(part.packed ?? (stored ? content : deflateRawSync(content)));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(part.method ?? (stored ? 0 : 8), 4);
    fields.writeUInt32LE(part.crc ?? crc32(content), 10);
    fields.writeUInt32LE(part.compressedSize ?? data.length, 14);
    fields.writeUInt32LE(part.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(part.at ?? offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name);
    if (part.at !== undefined) continue;
    const written = [
      Buffer.from('PK\x03\x04', 'latin1'),
      fields,
      Buffer.from(part.localName ?? name),
      data,
    ];
    local.push(...written);
    offset += Buffer.concat(written).length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...local, ...directory, end, Buffer.from(comment)]));
}
