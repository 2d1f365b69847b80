import { t } from '../../i18n.ts';
import { problemOfCause, type Problem } from '../../ui/failure-text.ts';
import type { FileProblem } from './chosen-file.ts';

/** What to say of a file that was not looked into. */
export function problemOfFile(problem: FileProblem): Problem {
  return problem.cause === 'key.file_locked'
    ? { id: problem.cause, text: t('cause_key_file_locked') }
    : problemOfCause(problem.cause, problem.detail);
}
