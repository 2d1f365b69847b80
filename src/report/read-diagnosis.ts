import { isKnownSignal, netErrors } from '../diagnosis/index.ts';
import { findPortal } from '../portals/index.ts';
import { linesOf, type LineWords } from './lines.ts';
import { countIn, fieldsOf, itemsOf, momentOf, oneOf, withoutGaps } from './read-values.ts';
import type { ReportCheck, ReportDiagnosis, ReportFailure } from './report.ts';
import { reportPortal } from './report-portal.ts';
import { knownId } from './words-of-ours.ts';

const certainties = ['is', 'likely', 'unknown'] as const;
const isNet = (name: string) => name === 'net' || name === 'widgetNet';

/** Out of a `DiagnosisView`. @throws DamagedError */
export function readDiagnosis(value: unknown, words: LineWords): ReportDiagnosis {
  const { at, portal, causes, findings, signals, failureSeen } = fieldsOf(value);
  return withoutGaps<ReportDiagnosis>({
    at: momentOf(at),
    portal: reportPortal(portal),
    failureSeen: failureSeen === true,
    causes: itemsOf(causes).flatMap((cause) => causeOf(cause, words)),
    checks: itemsOf(findings).flatMap((finding) => checkOf(finding, words)),
    signals: signalsOf(signals),
  });
}

/** Out of a `SeenFailure`. @throws DamagedError */
export function readFailure(value: unknown, words: LineWords): ReportFailure {
  const { portal, page, cause } = fieldsOf(value);
  const { id, certainty } = fieldsOf(cause);
  return withoutGaps<ReportFailure>({
    at: momentOf(fieldsOf(page)['at']),
    portal: reportPortal(portal),
    cause: knownId(words.say, 'diagnosis', id, '_do'),
    certainty: oneOf(certainties, certainty),
  });
}

function causeOf(value: unknown, words: LineWords): ReportDiagnosis['causes'] {
  const { id, certainty, repair, evidence } = fieldsOf(value);
  const known = knownId(words.say, 'diagnosis', id, '_do');
  if (known === undefined) return [];
  return [
    withoutGaps<ReportDiagnosis['causes'][number]>({
      id: known,
      certainty: oneOf(certainties, certainty) ?? 'unknown',
      repair: knownId(words.say, 'repair', repair, '_name'),
      evidence: linesOf(evidence, words),
    }),
  ];
}

/** A check, or a fact that stands by itself. */
function checkOf(value: unknown, words: LineWords): ReportCheck[] {
  const { id, status, evidence, missing } = fieldsOf(value);
  const known = knownId(words.say, 'finding', id) ?? knownId(words.say, 'diagnosis', id, '_do');
  if (known === undefined) return [];
  return [
    withoutGaps<ReportCheck>({
      id: known,
      status: knownId(words.say, 'status', status) ?? 'unknown',
      evidence: linesOf(evidence, words),
      missing: knownId(words.say, 'missing', missing),
    }),
  ];
}

function signalsOf(value: unknown): ReportDiagnosis['signals'] {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, signal]) => {
      const told = signalOf(name, signal);
      return told === undefined ? [] : [[name, told]];
    }),
  );
}

function signalOf(name: string, value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string' && isNet(name)) return netErrors.has(value) ? value : undefined;
  if (typeof value === 'string' && name === 'portal') return findPortal(value)?.id;
  if (!isKnownSignal(name, value)) return undefined;
  return typeof value === 'number' ? countIn(value) : (value as string | boolean);
}
