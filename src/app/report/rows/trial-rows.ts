import { t } from '../../../i18n.ts';
import type { TrialStep } from '../../../messages.ts';
import type { Report, ReportEfirma, ReportTrial } from '../../../report/index.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { reasonOf } from '../../trial/trial-text.ts';
import { factsOf } from './efirma-rows.ts';
import { rowsOfPart, type Row } from './row.ts';
import { fileWords, statusWords } from './words.ts';

/** «Probar mi firma»: what it came to, then what did not simply go well. */
export function trialRows({ trial, efirma }: Report): readonly Row[] {
  return rowsOfPart(trial, (value) => [
    verdict(value),
    { text: t(`trial_when_${value.clock}`, formatDateTime(new Date(value.at))) },
    ...value.findings
      // What nobody could look at is told by its step.
      .filter(({ id, status, detail }) => isFault(status) && !isCause(value, id, detail))
      .map(({ id, status, detail }) => ({
        text: `${statusWords(status)} · ${fileWords(id, detail)}`,
        code: idWith(id, detail),
        status,
      })),
    ...value.steps
      .toSorted((one, other) => Number(one.status === 'pass') - Number(other.status === 'pass'))
      .map(stepRow),
    ...(value.belongsTo === undefined ? [] : [{ text: t('report_belongs_to', value.belongsTo) }]),
    ...(value.efirma && !isSame(value.efirma, efirma) ? factsOf(value.efirma) : []),
  ]);
}

function isCause(trial: ReportTrial, id: string, detail: string | undefined): boolean {
  return trial.cause === id && trial.detail === detail;
}

function isFault(status: string): boolean {
  return status === 'fail' || status === 'warning';
}

/** It was told above, as the one that was used last. */
function isSame({ rfc, notBefore }: ReportEfirma, efirma: Report['efirma']): boolean {
  if (efirma.state !== 'read') return false;
  return efirma.value.rfc === rfc && efirma.value.notBefore === notBefore;
}

function verdict({ ok, cause, detail }: ReportTrial): Row {
  if (cause !== undefined) return { text: fileWords(cause, detail), code: idWith(cause, detail) };
  return { text: t(ok ? 'report_trial_ok' : 'trial_result') };
}

function stepRow({ id, status, reason }: ReportTrial['steps'][number]): Row {
  const step = { id, status, ...(reason !== undefined && { reason }) } as TrialStep;
  const words = [statusWords(status), t(`trial_step_${step.id}`), reasonOf(step)];
  return {
    text: words.filter((word) => word !== '').join(' · '),
    code: reason === undefined ? id : `${id}: ${reason}`,
    status,
  };
}

function idWith(id: string, detail: string | undefined): string {
  return detail === undefined ? id : `${id} ${detail}`;
}
