import { textsVersion } from '../diagnosis/index.ts';
import { isoWithOffset } from './iso-with-offset.ts';
import type { LineWords } from './lines.ts';
import { hasFailedSince } from './has-failed-since.ts';
import { firstPart, partOf } from './part.ts';
import { gap, portalText, wordsOfName } from './portal-text.ts';
import { readBrowser } from './read-browser.ts';
import { readChanges, readHistory } from './read-changes.ts';
import { readConnection, readPage } from './read-connection.ts';
import { readDiagnosis, readFailure } from './read-diagnosis.ts';
import { readCard, readJudged, withCard } from './read-efirma.ts';
import { extensionName, readExtensions } from './read-extensions.ts';
import { readTexts } from './read-texts.ts';
import { readTrial } from './read-trial.ts';
import { fieldsOf } from './read-values.ts';
import { isReference } from './reference.ts';
import type { Part, Report, ReportChange, ReportEfirma } from './report.ts';
import type { Occasion, Say, Source, Sources } from './sources.ts';
import { knownId } from './words-of-ours.ts';

const versionShape = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;

/** The report, as far as its sources have come. Nothing that they hold stops it. */
export function makeReport(sources: Sources, occasion: Occasion, say: Say): Report {
  const { at, offset, version, error, namesExtensions } = occasion;
  const names = namesIn(sources);
  const words: LineWords = {
    say,
    portalText: (text) => portalText(text, names),
    extensionName: (name) => (namesExtensions ? extensionName(name) : gap),
  };
  const seenIn = (value: unknown) => fieldsOf(fieldsOf(value)['seen']);
  const { diagnosis, failure } = sources;
  const diagnosed = partOf(diagnosis, (value) => readDiagnosis(fieldsOf(value)['view'], words));
  const failed = partOf(failure, (value) => readFailure(value, words));
  /** What was seen last counts. */
  const newest = <Value>(ofDiagnosis: Part<Value>, ofFailure: Part<Value>): Part<Value> =>
    hasFailedSince({ diagnosis: diagnosed, failure: failed })
      ? firstPart(ofFailure, ofDiagnosis)
      : firstPart(ofDiagnosis, ofFailure);
  const known = knownId(say, 'error', error) ?? knownId(say, 'check', error);
  return {
    format: 'firma-lista-report',
    version: 1,
    reference: referenceOf(sources, occasion),
    at: isoWithOffset(at, offset),
    extension: versionShape.test(version) ? version : '',
    texts: textsVersion,
    ...(known !== undefined && { error: known }),
    diagnosis: diagnosed,
    failure: failed,
    connection: newest(
      partOf(diagnosis, (value) => readConnection(seenIn(value))),
      partOf(failure, (value) => ({ page: readPage(fieldsOf(value)['page']), probes: [] })),
    ),
    portalTexts: newest(
      partOf(diagnosis, (value) => readTexts(seenIn(value)['texts'], words)),
      partOf(failure, (value) => readTexts(fieldsOf(fieldsOf(value)['page'])['texts'], words)),
    ),
    efirma: efirmaOf(sources),
    trial: partOf(sources.trial, (value) => readTrial(value, say)),
    changes: partOf(sources.changes, (value) => readChanges(value, say)),
    history: historyOf(sources, at, say),
    browser: partOf(sources.browser, readBrowser),
    extensions: partOf(diagnosis, (value) =>
      readExtensions(seenIn(value)['extensions'], namesExtensions),
    ),
  };
}

/** That of the diagnosis it is about, so that every opening of its report bears the same. */
function referenceOf({ diagnosis }: Sources, { reference }: Occasion): string {
  const value = diagnosis && 'value' in diagnosis ? diagnosis.value : undefined;
  const kept = (value as { reference?: unknown } | null | undefined)?.reference;
  return isReference(kept) ? kept : reference;
}

/** The e.firma that the diagnosis judged; else the one used last. */
function efirmaOf(sources: Sources): Part<ReportEfirma> {
  const judged = partOf(sources.diagnosis, (value) => {
    const { credential } = fieldsOf(fieldsOf(value)['seen']);
    return credential === undefined ? undefined : readJudged(credential);
  });
  const card = firstPart(partOf(sources.inMemory, chosenIn), partOf(sources.kept, chosenIn));
  if (judged.state !== 'read') return card;
  const value = withCard(judged.value, card.state === 'read' ? card.value : undefined);
  return { state: 'read', value };
}

function chosenIn(summary: unknown): ReportEfirma | undefined {
  const { chosen } = fieldsOf(summary);
  return chosen === undefined ? undefined : readCard(chosen);
}

/** What is among the changes is not told twice. */
function historyOf(sources: Sources, now: Date, say: Say): Part<ReportChange[]> {
  const changes = partOf(sources.changes, (value) => readChanges(value, say));
  const told = new Set(changes.state === 'read' ? changes.value.map(({ at }) => at) : []);
  return partOf(sources.history, (value) => {
    const rest = readHistory(value, now, say)?.filter(({ at }) => !told.has(at)) ?? [];
    return rest.length === 0 ? undefined : rest;
  });
}

/** Words of the names that are at hand: no text may tell them. */
function namesIn({ kept, inMemory, trial }: Sources): ReadonlySet<string> {
  const cards = [
    ...[kept, inMemory].map((source) => valueIn(source, 'chosen')),
    valueIn({ value: valueIn(trial, 'review') }, 'card'),
  ];
  return new Set(cards.flatMap((card) => [...wordsOfName(valueIn({ value: card }, 'legalName'))]));
}

function valueIn(source: Source, name: string): unknown {
  const value = source && 'value' in source ? source.value : undefined;
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
