import type { Report, ReportCheck } from '../../../report/index.ts';
import { rowsOfPart, type Row } from './row.ts';
import { checkWords, evidenceWords, missingWords, statusWords } from './words.ts';

/** In this order; what nobody could look at is told apart. */
const states = ['fail', 'warning', 'manual', 'pass'];

/** Every check that came to something, with what was seen. */
export function checkRows({ diagnosis }: Report): readonly Row[] {
  if (diagnosis.state !== 'read') return [];
  const { checks } = diagnosis.value;
  return states.flatMap((state) =>
    checks
      .filter(({ status }) => status === state)
      .map(({ id, status, evidence }) => ({
        text: toldOf(id, status, evidence),
        code: id,
        status,
      })),
  );
}

function toldOf(id: string, status: string, evidence: ReportCheck['evidence']): string {
  return [statusWords(status), checkWords(id), ...evidenceWords(evidence)].join(' · ');
}

/** By their reason: one reason often keeps many checks from being made. */
export function unseenRows({ diagnosis }: Report): readonly Row[] {
  return rowsOfPart(diagnosis, ({ checks }) => {
    const unseen = checks.filter(({ status }) => status === 'unknown');
    const reasons = new Set(unseen.map(({ missing = 'failed' }) => missing));
    return [...reasons].map((reason) => ({
      text: missingWords(reason),
      code: unseen
        .filter(({ missing = 'failed' }) => missing === reason)
        .map(({ id }) => id)
        .join(', '),
      status: 'unknown',
    }));
  });
}
