import { identifyBrowser, netErrors } from '../diagnosis/index.ts';
import { gap } from './portal-text.ts';
import { countIn, fieldsOf, itemsOf, momentOf } from './read-values.ts';
import type { ReportLine } from './report.ts';
import type { Say } from './sources.ts';
import { knownId } from './words-of-ours.ts';

/** How texts within lines are told. */
export interface LineWords {
  say: Say;
  portalText: (text: string) => string;
  /** `***` unless the person wants them named. */
  extensionName: (name: string) => string;
}

type Told = (text: string, words: LineWords) => string;

const netError: Told = (text) => (netErrors.has(text) ? text : gap);
const browserName: Told = (text) =>
  identifyBrowser({ brands: [{ brand: text, version: 0 }] }).name ?? gap;
const portal: Told = (text, words) => words.portalText(text);
const extension: Told = (text, words) => words.extensionName(text);

/** The lines that have a text among their values, and how it is told; of others no text is. */
const texts: ReadonlyMap<string, Told> = new Map([
  ['no_answer', netError],
  ['signal_net', netError],
  ['signal_widgetNet', netError],
  ['browser_name', browserName],
  ['browser_version', browserName],
  ['system_name', (text) => systemName(text) ?? gap],
  ['portal_said', portal],
  ['extension_possible', extension],
  ['extension_very_suspicious', extension],
]);

/** As browsers name systems (UA Client Hints section 6.2). */
const systems = ['Windows', 'macOS', 'Linux', 'Chrome OS', 'Chromium OS', 'Android'];

/** A system, if it is one that is known. */
export function systemName(value: unknown): string | undefined {
  return systems.find((name) => name === value);
}

/** Lines of evidence with nothing in them but numbers, dates and words of lists. */
export function linesOf(value: unknown, words: LineWords): ReportLine[] {
  return itemsOf(value).flatMap((item) => {
    const { key, values } = fieldsOf(item);
    const known = knownId(words.say, 'evidence', key);
    if (known === undefined) return [];
    if (values === undefined) return [{ key: known }];
    return [{ key: known, values: itemsOf(values).map((each) => valueOf(known, each, words)) }];
  });
}

function valueOf(
  key: string,
  value: unknown,
  words: LineWords,
): NonNullable<ReportLine['values']>[number] {
  if (typeof value === 'string') return texts.get(key)?.(value, words) ?? gap;
  if (typeof value === 'number') return countIn(value) ?? gap;
  const { date, bytes } = fieldsOf(value);
  if (date !== undefined) return { date: momentOf(date) };
  return { bytes: countIn(bytes) ?? 0 };
}
