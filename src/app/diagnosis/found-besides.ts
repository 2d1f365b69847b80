import type { DiagnosisView } from '../../messages.ts';

/**
 * Warnings and failures other than the cause that is shown. What is mended by the very same repair
 * is the same thing in other words: the first that tells of it is enough.
 */
export function foundBesides({
  causes: [shown],
  findings,
}: Pick<DiagnosisView, 'causes' | 'findings'>): DiagnosisView['findings'] {
  const told = new Set(shown?.repair && [shown.repair]);
  return findings.filter(({ id, status, repair }) => {
    const isWrong = status === 'fail' || status === 'warning';
    if (!isWrong || id === shown?.id || (repair && told.has(repair))) return false;
    if (repair) told.add(repair);
    return true;
  });
}
