import type { CertificateFile } from './sorted-file.ts';
import type { OpenedFile } from './open-keys.ts';
import type { OtherCertificate } from './judge-options.ts';
import { isSameModulus } from './same-modulus.ts';
import type { VerdictDetail } from './verdict-sentences.ts';

export interface Owner {
  /** How it differs from the certificate that was judged. */
  detail?: VerdictDetail;
  /** Its place among `others`; absent when it was brought. */
  index?: number;
}

/** Whose a key is that does not belong to `judged`, among what was brought and what is at hand. */
export function ownerOfKey(
  judged: OtherCertificate,
  keys: readonly OpenedFile[],
  brought: readonly CertificateFile[],
  others: readonly OtherCertificate[],
): Owner | undefined {
  // One of the modulus of the judged certificate that is no pair with it is nobody's.
  const owns = (certificate: OtherCertificate) =>
    !isSameModulus(judged, certificate) && keys.some(({ key }) => isSameModulus(key, certificate));
  const index = others.findIndex(owns);
  const owner = others[index] ?? brought.map(({ certificate }) => certificate).find(owns);
  if (!owner) return undefined;
  const detail = relationOf(owner, judged);
  return { ...(detail && { detail }), ...(index >= 0 && { index }) };
}

function relationOf(owner: OtherCertificate, judged: OtherCertificate): VerdictDetail | undefined {
  if (owner.kind === 'csd' && judged.kind !== 'csd') return 'csd_key';
  if (owner.rfc !== judged.rfc) return 'another_holder';
  if (owner.kind !== judged.kind) return undefined;
  return owner.notBefore < judged.notBefore ? 'old_key' : 'old_certificate';
}
