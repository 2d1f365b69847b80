import { causeOrder } from '../../../src/certificate/index.ts';
import type { Label, Material, Mistake } from './mistake.ts';

/** What a mistake takes out of sight. */
type Sight = 'certificate' | 'key' | 'opened' | 'modulus';

const ofCertificate = ['imss_certificate', 'not_efirma', 'zip_no_key'];

function hiddenBy({ cause, detail: told }: Label): Sight[] {
  const detail: string = told ?? '';
  if (detail === 'two_certificates') return ['certificate', 'key'];
  if (detail === 'pkcs12' || detail.startsWith('pfx_')) return ['certificate', 'key', 'opened'];
  if (cause === 'cert.corrupt' || cause === 'cert.wrong_file') {
    return ofCertificate.includes(detail) ? [] : ['certificate'];
  }
  if (detail === 'not_rsa') return ['modulus'];
  if (['key.corrupt', 'key.missing', 'key.unsupported', 'pfx.incomplete'].includes(cause)) {
    return ['key'];
  }
  return cause === 'pwd.wrong' ? ['opened'] : [];
}

function neededBy({ cause, detail }: Label): Sight[] {
  if (cause === 'key.mismatch') return ['certificate', 'key', 'opened', 'modulus'];
  if (cause === 'pwd.encoding' || detail === 'not_rsa') return ['key', 'opened'];
  if (cause.startsWith('pwd.')) return detail === 'pkcs12' ? [] : ['key'];
  const isOfFile = cause === 'cert.corrupt' || cause === 'cert.wrong_file';
  return cause.startsWith('cert.') && !isOfFile ? ['certificate'] : [];
}

/** All that has to be said of some mistakes made at once with one e.firma, what to mend first first. */
export function expectedLabels(made: readonly Mistake[], { standing }: Material): Label[] {
  const labels = [...made.flatMap(({ label, also = [] }) => [label, ...also]), ...standing];
  const hidden = new Set(made.flatMap(({ label }) => hiddenBy(label)));
  const place = ({ cause }: Label) => causeOrder.findIndex((other) => other === cause);
  return labels
    .filter((label) => !neededBy(label).some((sight) => hidden.has(sight)))
    .toSorted((one, other) => place(one) - place(other));
}
