import type { FileKind } from '../file/file-kind.ts';
import { keyKinds, largestFile, type SortedFile, type SortedFiles } from './sort-files.ts';
import type { VerdictDetail, VerdictSentence } from './verdict.ts';

const certificateKinds: readonly FileKind[] = ['certificate', 'pem_certificate', 'ca_certificate'];

/** What is certainly no key, and needs none to be what it is. */
const otherKinds: readonly FileKind[] = [
  'certificate_request',
  'renewal_request',
  'sdg',
  'cms',
  'crl',
];

/**
 * Why there is no certificate or no key among the files: the fault of the file that should have
 * been it, or that nothing was brought. `undefined` when there is one of each.
 */
export function missingPart(files: SortedFiles): VerdictSentence | undefined {
  const { certificates, keys, authorities, rest } = files;
  if (certificates.length > 0 && keys.length > 0) return undefined;
  const culprit = rest.find(({ name }) => /\.(cer|key)$/i.test(name)) ?? rest[0];
  if (certificates.length > 0) {
    if (culprit && !otherKinds.includes(culprit.identity.kind)) return faultOf(culprit, 'key');
    return certificates.length > 1
      ? { cause: 'key.missing', detail: 'two_certificates' }
      : { cause: 'key.missing' };
  }
  if (culprit) {
    const isKey = keys.length === 0 && /\.key$/i.test(culprit.name);
    return faultOf(culprit, isKey ? 'key' : 'cert');
  }
  if (authorities.length > 0) return { cause: 'cert.wrong_file', detail: 'ca_certificate' };
  return { cause: 'cert.wrong_file', detail: keys.length > 1 ? 'two_keys' : 'no_certificate' };
}

/** `lacking` is the part that the file should have been when its bytes do not tell. */
function faultOf(file: SortedFile, lacking: 'cert' | 'key'): VerdictSentence {
  const { bytes, identity } = file;
  if (bytes.length > largestFile) return { cause: 'cert.wrong_file', detail: 'too_large' };
  const { kind, beginsLike, declaredLength } = identity;
  const part = partOf(beginsLike ?? kind) ?? lacking;
  const broken = (detail: VerdictDetail): VerdictSentence => ({ cause: `${part}.corrupt`, detail });
  switch (kind) {
    case 'empty':
      return broken('empty_file');
    case 'html':
    case 'zip':
    case 'truncated':
      return broken(kind);
    case 'unknown':
      return beginsLike
        ? broken('damaged')
        : { cause: 'cert.wrong_file', detail: 'not_recognised' };
    case 'certificate':
    case 'pem_certificate':
    case 'private_key':
    case 'pem_private_key':
    case 'plain_private_key':
      return broken((declaredLength ?? 0) < bytes.length ? 'extra_bytes' : 'damaged');
    default:
      return { cause: 'cert.wrong_file', detail: kind };
  }
}

function partOf(kind: FileKind): 'cert' | 'key' | undefined {
  if (keyKinds.includes(kind)) return 'key';
  return certificateKinds.includes(kind) ? 'cert' : undefined;
}
