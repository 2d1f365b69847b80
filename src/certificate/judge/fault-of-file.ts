import type { FileKind } from '../file/file-kind.ts';
import { listZip } from '../file/zip.ts';
import { isCutZip } from '../file/zip-directory.ts';
import { isTooLarge } from './identified-files.ts';
import { emptyFormats, otherKinds, partOf, promisedKind, type Part } from './part-of-file.ts';
import type { SortedFile } from './sorted-file.ts';
import type { VerdictDetail } from './verdict-sentences.ts';
import { fault, type Fault } from './verdict.ts';

const brokenKinds: Readonly<Partial<Record<FileKind, VerdictDetail>>> = {
  empty: 'empty_file',
  html: 'html',
  zip: 'zip',
  truncated: 'truncated',
};

/** What is wrong with a file. `lacking` is the half it should have been when its bytes do not tell. */
export function faultOfFile(file: SortedFile, lacking: Part): Fault {
  if (isTooLarge(file)) return fault('cert.wrong_file', 'too_large');
  const promised = promisedKind(file);
  if (promised === 'pkcs12') return faultOfPkcs12(file);
  const foreign = foreignDetail(file);
  if (foreign) return faultOfForeign(foreign, lacking);
  const isUnknown = promised === 'unknown' && !detailOfBroken(file);
  if (isUnknown && lacking === 'cert') return fault('cert.wrong_file', 'not_recognised');
  const cause = `${partOf(file) ?? lacking}.corrupt` as const;
  return fault(cause, isUnknown ? 'not_recognised' : (detailOfBroken(file) ?? 'damaged'));
}

function faultOfPkcs12({ identity }: SortedFile): Fault {
  return fault('key.corrupt', identity.kind === 'truncated' ? 'pfx_truncated' : 'pfx_damaged');
}

/** What the file is when it never was a half of an e.firma. */
function foreignDetail(file: SortedFile): VerdictDetail | undefined {
  const { format } = file.identity;
  const isForeign = format && !emptyFormats.some((other) => other === format);
  return isForeign ? format : otherKinds.find((kind) => kind === promisedKind(file));
}

/** A wrong file where the certificate is awaited; where the key is, there simply is none. */
function faultOfForeign(detail: VerdictDetail, lacking: Part): Fault {
  if (lacking === 'cert') return fault('cert.wrong_file', detail);
  if (detail === 'openssh_key') return fault('key.unsupported', 'openssh');
  return fault('key.missing', 'other_file');
}

/** What happened to a file that was, or may have been, the right one. */
function detailOfBroken(file: SortedFile): VerdictDetail | undefined {
  const { bytes, identity } = file;
  if (identity.kind === 'zip' && isCutZip(bytes)) return 'zip_truncated';
  if (isLockedZip(file)) return 'zip_encrypted';
  const isExtended = (identity.declaredLength ?? bytes.length) < bytes.length;
  return (
    identity.damage ??
    emptyFormats.find((format) => format === identity.format) ??
    brokenKinds[identity.kind] ??
    (isExtended ? 'extra_bytes' : undefined)
  );
}

function isLockedZip({ bytes, identity }: SortedFile): boolean {
  return identity.kind === 'zip' && listZip(bytes).some(({ isEncrypted }) => isEncrypted);
}
