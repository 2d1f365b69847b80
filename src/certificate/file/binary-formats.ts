import type { FileFormat } from './file-kind.ts';

/** How files begin, one octet a character; `at` when not at the very beginning. */
const signatures: readonly { format: FileFormat; start: string; at?: number }[] = [
  { format: 'pdf', start: '%PDF-' },
  { format: 'image', start: '\x89PNG\r\n' },
  { format: 'image', start: '\xff\xd8\xff' },
  { format: 'image', start: 'GIF8' },
  { format: 'image', start: 'II*\0' },
  { format: 'image', start: 'MM\0*' },
  { format: 'image', start: 'WEBP', at: 8 },
  { format: 'image', start: 'ftypheic', at: 4 },
  { format: 'image', start: 'ftypmif1', at: 4 },
  { format: 'office', start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { format: 'office', start: String.raw`{\rtf` },
  { format: 'rar_or_7z', start: 'Rar!\x1a\x07' },
  { format: 'rar_or_7z', start: '7z\xbc\xaf\x27\x1c' },
  { format: 'rar_or_7z', start: '\x1f\x8b\x08' },
  { format: 'shortcut', start: 'L\0\0\0\x01\x14\x02\0' },
  { format: 'shortcut', start: 'book\0\0\0\0mark' },
  { format: 'program', start: 'MZ' },
  { format: 'program', start: '\x7fELF' },
  { format: 'program', start: '\xcf\xfa\xed\xfe' },
  { format: 'audio_or_video', start: 'ftyp', at: 4 },
  { format: 'audio_or_video', start: 'ID3' },
  { format: 'audio_or_video', start: 'OggS' },
  { format: 'audio_or_video', start: 'WAVE', at: 8 },
  { format: 'java_keystore', start: '\xfe\xed\xfe\xed' },
  { format: 'java_keystore', start: '\xce\xce\xce\xce' },
  // A property list in the place of a file that iCloud has not brought down.
  { format: 'cloud_placeholder', start: 'bplist00' },
];

/** The first file inside a document of Office or LibreOffice, which are ZIP archives. */
const officeFirstNames = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetype)/;

/** What a binary file is by its first octets. In: those, one octet a character. */
export function binaryFormat(start: string): FileFormat | undefined {
  return signatures.find((signature) => start.startsWith(signature.start, signature.at))?.format;
}

/** How ZIP archives begin: with an entry, or empty (PKWARE APPNOTE 4.3). */
const zipStarts: readonly string[] = ['PK\x03\x04', 'PK\x05\x06'];

export function isZip(start: string): boolean {
  return zipStarts.some((zipStart) => start.startsWith(zipStart));
}

/** A ZIP that is a document: nobody keeps an e.firma in one. In: its first octets. */
export function isOfficeZip(start: string): boolean {
  return start.startsWith('PK\x03\x04') && officeFirstNames.test(start.slice(30));
}
