import type { FileIdentity } from '../file/file-kind.ts';
import { identifyFile } from '../file/identify-file.ts';
import { readZip, wholeUnpackBudget } from '../file/zip.ts';
import { isCutZip } from '../file/zip-directory.ts';
import type { CredentialFile, SortedFile } from './sorted-file.ts';

/** Octets. A .cer has 1,500, a .key 1,300. */
const largestFile = 256 * 1024;
/** Octets. People pack the receipts of the SAT along. */
const largestZip = 2 * 1024 * 1024;

/** The file is larger than any of an e.firma, and was not looked into. */
export function isTooLarge({ bytes, identity }: Pick<SortedFile, 'bytes' | 'identity'>): boolean {
  return bytes.length > (identity.kind === 'zip' ? largestZip : largestFile);
}

/**
 * The files with what they are, those inside a ZIP among them. A ZIP that has anything of an
 * e.firma inside is replaced by that; one that has nothing stands for itself. One that was cut off
 * stands behind what is left of it, for what is not.
 */
export function identifiedFiles(files: readonly CredentialFile[]): SortedFile[] {
  const budget = wholeUnpackBudget();
  return files.flatMap(({ name, bytes }, index) => {
    const file = { name, bytes, index, isPacked: false, identity: identityOf(bytes) };
    if (file.identity.kind !== 'zip' || isTooLarge(file)) return [file];
    const entries = readZip(bytes, budget)
      .filter(({ isEncrypted }) => !isEncrypted)
      .map((entry) => ({
        name: entry.name,
        bytes: entry.bytes,
        index,
        isPacked: true,
        identity: identityOf(entry.bytes),
      }))
      .filter(isRecognised);
    if (entries.every(({ identity }) => meaningless.includes(identity.kind))) return [file];
    return isCutZip(bytes) ? [...entries, file] : entries;
  });
}

/** What may stand for anything, so that it says nothing of what a ZIP was meant to hold. */
const meaningless: readonly FileIdentity['kind'][] = ['empty', 'html', 'zip'];

function isRecognised({ identity: { kind, beginsLike, damage } }: SortedFile): boolean {
  return kind !== 'unknown' || beginsLike !== undefined || damage !== undefined;
}

function identityOf(bytes: Uint8Array): FileIdentity {
  const identity: FileIdentity =
    bytes.length > largestZip ? { kind: 'unknown' } : identifyFile(bytes);
  return isTooLarge({ bytes, identity }) ? { kind: 'unknown' } : identity;
}
