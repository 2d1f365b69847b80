import {
  identifyFile,
  isCutZip,
  readZip,
  type FileIdentity,
  type FileKind,
  type UnpackBudget,
} from '../certificate/index.ts';
import type { IdentifiedFile } from '../messages.ts';
import type { BroughtFile } from './decode-file.ts';

/** What an e.firma can be made of. */
const parts: ReadonlySet<FileKind> = new Set<FileKind>([
  'certificate',
  'pem_certificate',
  'private_key',
  'pem_private_key',
  'plain_private_key',
  'pkcs12',
]);

/**
 * What is said of a file before any password; of a ZIP also what of its contents can be used, as
 * far as the budget of all files reaches.
 */
export function describeFile({ name, bytes }: BroughtFile, budget: UnpackBudget): IdentifiedFile {
  const identity = identifyFile(bytes);
  const { kind, format } = identity;
  const described = {
    name,
    size: bytes.length,
    kind,
    ...(format && { format }),
    ...(isDamaged(identity, bytes) && { damaged: true as const }),
  };
  if (kind !== 'zip') return described;
  const contents = readZip(bytes, budget)
    .map((file): IdentifiedFile => {
      const inside = identifyFile(file.bytes);
      return { name: file.name, size: file.bytes.length, kind: inside.kind };
    })
    .filter((inside) => parts.has(inside.kind));
  return { ...described, contents };
}

function isDamaged({ kind, beginsLike, damage }: FileIdentity, bytes: Uint8Array): boolean {
  if (kind === 'zip') return isCutZip(bytes);
  return kind === 'unknown' && (beginsLike !== undefined || damage !== undefined);
}
