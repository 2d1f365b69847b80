import type { FileFormat, FileKind } from '../file/file-kind.ts';
import type { SortedFile } from './sorted-file.ts';

/** The two halves of an e.firma. */
export type Part = 'cert' | 'key';

const kindsOfPart: Readonly<Record<Part, readonly FileKind[]>> = {
  cert: ['certificate', 'pem_certificate', 'ca_certificate'],
  key: ['private_key', 'pem_private_key', 'plain_private_key'],
};

const containers: readonly string[] = ['zip', 'pkcs12', 'rar_or_7z'] satisfies readonly (
  FileKind | FileFormat
)[];

/** What certainly is neither half, and needs none to be what it is. */
export const otherKinds = [
  'certificate_request',
  'renewal_request',
  'sdg',
  'cms',
  'crl',
] as const satisfies readonly FileKind[];

/** What a file is, or is a broken one of. */
export function promisedKind({ identity }: SortedFile): FileKind {
  return identity.beginsLike ?? identity.kind;
}

/** Which half the bytes of a file promise, whole or broken; `undefined` when they tell neither. */
export function partOf(file: SortedFile): Part | undefined {
  const parts: readonly Part[] = ['cert', 'key'];
  return parts.find((part) => kindsOfPart[part].includes(promisedKind(file)));
}

/** The file should have held both halves. */
export function isContainer(file: SortedFile): boolean {
  return containers.includes(file.identity.format ?? promisedKind(file));
}

/** What may be in the place of a file whose contents are packed, gone or not yet there. */
export const emptyFormats = [
  'rar_or_7z',
  'cloud_placeholder',
  'blank',
] as const satisfies readonly FileFormat[];

/** The file certainly never was a key. */
export function isNoKey(file: SortedFile): boolean {
  const { format } = file.identity;
  const isForeign = format !== undefined && ![...emptyFormats, 'openssh_key'].includes(format);
  return isForeign || otherKinds.some((kind) => kind === promisedKind(file));
}
