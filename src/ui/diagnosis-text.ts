/**
 * The words of a diagnosis. A cause, check or repair without a sentence does not compile; that every
 * line of evidence has one is tested.
 */
import type {
  CauseId,
  Certainty,
  CheckId,
  EvidenceLine,
  EvidenceValue,
  RepairId,
} from '../diagnosis/index.ts';
import { t, type MessageKey } from '../i18n.ts';
import { formatDateTime, formatNumber, formatSize } from './format.ts';
import { underscored } from './underscored.ts';
import { visibleText } from './visible-text.ts';

/** «La causa es…», «Lo más probable es…», «Todavía no lo sé; hagamos una prueba». */
export function strengthOf(certainty: Certainty): string {
  return t(`certainty_${certainty}`);
}

/** What it means for the person, in one or two sentences. */
export function sentenceOf(cause: CauseId): string {
  return t(`diagnosis_${underscored(cause)}`);
}

/** What to do now. */
export function adviceOn(cause: CauseId): string {
  return t(`diagnosis_${underscored(cause)}_do`);
}

/** What a check, or a fact that stands by itself, is about. */
export function findingName(id: CheckId | CauseId): string {
  return isCause(id) ? sentenceOf(id) : t(`finding_${underscored(id)}`);
}

function isCause(id: CheckId | CauseId): id is CauseId {
  return id.includes('.');
}

/**
 * `name`: for a button. `what`: what it changes. `loses`: what will be gone. `after`: how to keep it
 * from coming back, or what to know where nobody can.
 */
export function repairText(repair: RepairId, part: 'name' | 'what' | 'loses' | 'after'): string {
  return t(`repair_${underscored(repair)}_${part}`);
}

/** One thing that was seen, with its values; empty when nobody wrote a sentence for it. */
export function evidenceText({ key, values = [] }: EvidenceLine): string {
  return t(`evidence_${key}` as MessageKey, ...values.map(formatValue));
}

/** Sentences for what was seen, those that there are. */
export function evidenceTexts(lines: readonly EvidenceLine[]): string[] {
  return lines.map(evidenceText).filter((text) => text !== '');
}

/** A text in it may come from a page, or be the name of a cookie or of another extension. */
function formatValue(value: EvidenceValue): string {
  if (typeof value === 'string') return visibleText(value);
  if (typeof value === 'number') return formatNumber(value);
  return 'date' in value ? formatDateTime(new Date(value.date)) : formatSize(value.bytes);
}
