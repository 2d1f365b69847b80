/** Whatever stands in whatever field of what a report is made of, nobody is named by what comes out. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callOf } from '../../src/app/report/call.ts';
import { sheetText } from '../../src/app/report/sheet-text.ts';
import { sheetOf } from '../../src/app/report/sheet.ts';
import { makeReport, type Sources } from '../../src/report/index.ts';
import { speakSpanish, trialOf } from '../app/trial-words.ts';
import { either, secrets } from '../diagnosis/secrets.ts';
import { failureTimes, fullSources, names, placesIn, withSecret } from './full-sources.ts';
import { occasion, say } from './words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

const seed = 20261122;
const places = placesIn(fullSources());
const times = fc.constantFrom(...failureTimes);

/** All that can leave: the file, and the text of page, print and clipboard. */
function outputsOf(sources: Sources, about: Partial<typeof occasion> = {}): string {
  const report = makeReport(sources, { ...occasion, ...about }, say);
  return [JSON.stringify(report), sheetText(sheetOf(report), callOf(report))].join('\n');
}

test('what it is tried with is a whole report, so that there is something to name nobody', () => {
  const report = makeReport(fullSources(), occasion, say);
  const parts = Object.values(report).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'state' in part ? [part.state] : [],
  );
  expect(parts).toHaveLength(10);
  expect(new Set(parts)).toEqual(new Set(['read']));
  expect(places.length).toBeGreaterThan(200);
});

describe.each(Object.entries({ ...secrets, name: names }))('%s', (_, secret) => {
  const around = fc.tuple(
    either('', 'Error ', 'Hola, '),
    secret,
    either('', '. ', ' no es válida'),
  );

  test('in any one field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        around,
        times,
        (place, [before, value, after], time) => {
          const text = `${before}${value}${after}`;
          const out = outputsOf(withSecret(fullSources(time), [place], text));
          for (const part of value.split(/(?<=\p{L}) (?=\p{L})/u)) expect(out).not.toContain(part);
        },
      ),
      { numRuns: 300, seed },
    );
  });

  test('in every field at once, and where the error and the version should be', () => {
    fc.assert(
      fc.property(secret, (value) => {
        const sources = withSecret(fullSources(), places, value);
        expect(outputsOf(sources, { error: value, version: value })).not.toContain(value);
      }),
      { numRuns: 25, seed },
    );
  });
});

test('a key that nobody knows is not told, whatever it is called', () => {
  const sources = fullSources();
  const { view } = (sources.diagnosis as { value: { view: { signals: object } } }).value;
  Object.assign(view.signals, { PULX9002151KA: true, ximena: 'ok', http: 'XIMENA' });
  const out = outputsOf(sources);
  expect(out).not.toContain('PULX9002151KA');
  expect(out.toLowerCase()).not.toContain('ximena');
});

test('a trial tells neither name, nor CURP, nor whole RFC or number, nor what was signed', () => {
  const trial = trialOf(
    {},
    { cause: 'key.mismatch', belongsTo: { rfc: 'LIPX8001011H0', notBefore: '', notAfter: '' } },
  );
  const out = outputsOf({ ...fullSources(), trial: { value: { ...trial, signedText: '8f1c' } } });
  const { card } = trial.review;
  const told = [
    card?.rfc,
    card?.curp,
    card?.legalName,
    card?.serialNumber,
    'LIPX8001011H0',
    '8f1c',
  ];
  expect(told.filter((secret) => secret !== undefined && out.includes(secret))).toEqual([]);
  expect(out).toContain('PULX******1KA');
  expect(out).toContain('LIPX******1H0');
  expect(out).toContain('key.mismatch');
});
