import type { Certificate } from '../certificate-facts.ts';
import type { OtherCertificate } from './judge-options.ts';
import { fault, type Finding } from './verdict.ts';

/**
 * Whether a later certificate of the same holder and kind is there: the SAT revokes the earlier one
 * when it renews an e.firma.
 */
export function supersededFinding(
  { rfc, kind, notBefore }: Certificate,
  brought: readonly Certificate[],
  others: readonly OtherCertificate[],
): Finding {
  const isLater = (other: OtherCertificate) =>
    other.rfc === rfc && other.kind === kind && other.notBefore > notBefore;
  if (brought.some(isLater)) return fault('cert.superseded', 'newer_brought');
  if (others.some(isLater)) return fault('cert.superseded');
  return { id: 'cert.superseded', status: 'pass' };
}
