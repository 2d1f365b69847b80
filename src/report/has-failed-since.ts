import type { Report } from './report.ts';

/** Whether a sign-in was seen to fail after the diagnosis was made: then it is about that one. */
export function hasFailedSince({
  diagnosis,
  failure,
}: Pick<Report, 'diagnosis' | 'failure'>): boolean {
  if (failure.state !== 'read') return false;
  return diagnosis.state !== 'read' || failure.value.at > diagnosis.value.at;
}
