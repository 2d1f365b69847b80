import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sheetText } from '../../src/app/report/sheet-text.ts';
import { callOf } from '../../src/app/report/call.ts';
import { sheetOf } from '../../src/app/report/sheet.ts';
import type { Sources } from '../../src/report/index.ts';
import { speakSpanish, trialOf } from '../app/trial-words.ts';
import { fullSources } from './full-sources.ts';
import { card, expired, keptDiagnosis, reportOf, say } from './words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

function linesOf(sources: Partial<Sources>): string[] {
  const report = reportOf(sources);
  return sheetText(sheetOf(report), callOf(report)).split('\n');
}

const ofSection = (sources: Partial<Sources>, id: string) =>
  sheetOf(reportOf(sources)).sections.find((section) => section.id === id)?.rows ?? [];

const diagnosis = { value: keptDiagnosis(expired) };

test('the text begins with the code, when it was made, and by what', () => {
  const lines = linesOf({ diagnosis });
  expect(lines[1]).toBe('Folio: A3CE-4FHK');
  expect(lines[2]).toBe('22 de noviembre de 2026 a las 10:42, hora del centro de México');
  expect(lines[3]).toBe('Este equipo: UTC-06:00');
  expect(lines[4]).toContain('1.2.3');
});

test('a cause is told with its certainty and id, what only may be it as such', () => {
  const rows = ofSection({ diagnosis }, 'cause');
  expect(rows[0]?.text).toMatch(/^La causa es: /);
  expect(rows[0]?.code).toBe('cert.expired');
  const guess = { id: 'net.proxy', certainty: 'unknown', evidence: [] };
  const { view, ...kept } = keptDiagnosis(expired) as { view: object };
  const guessed = { value: { ...kept, view: { ...view, causes: [guess] } } };
  expect(ofSection({ diagnosis: guessed }, 'cause')[0]?.text).toMatch(/^Puede ser: /);
});

test('checks come with the faults first, those that could not be made by their reason', () => {
  const withheld = keptDiagnosis({ ...expired, extensions: { missing: 'management' } });
  const statuses = ofSection({ diagnosis: { value: withheld } }, 'checks').map(
    ({ status }) => status,
  );
  expect(statuses[0]).toBe('fail');
  expect(statuses.lastIndexOf('fail')).toBeLessThan(statuses.indexOf('pass'));
  expect(statuses).not.toContain('unknown');
  expect(ofSection({ diagnosis: { value: withheld } }, 'unseen')).toContainEqual({
    text: say('missing_management'),
    code: 'conflicting-extension, paused-extension',
    status: 'unknown',
  });
});

test('a part that cannot be read is named, one that is still read too, one that is not is left out', () => {
  const rows = ofSection({ kept: { failed: 'failed' } }, 'efirma');
  expect(rows.map(({ text }) => text)).toEqual([say('report_unreadable_failed')]);
  expect(ofSection({ browser: undefined }, 'browser')[0]?.text).toBe(say('report_reading'));
  expect(ofSection({}, 'trial')).toEqual([]);
  expect(ofSection({ changes: { failed: 'no_answer' }, history: { failed: 'no_answer' } }, 'tried'))
    // Once, for both.
    .toHaveLength(1);
});

test('net codes and times are told as the browser names them', () => {
  const texts = ofSection(fullSources(), 'connection').map(({ text }) => text);
  expect(texts).toContain('buzon.imss.gob.mx: ERR_TIMED_OUT, 4,000 ms');
  expect(texts).toContain('firmadigitalssl.imss.gob.mx: respuesta 503, 140 ms');
  expect(texts).toContain('Página del portal: respuesta 200, 812 ms');
});

test('of a trial what is unknown is told by its step alone, and its e.firma only if it is another', () => {
  const trial = trialOf(
    { revocation: { status: 'unknown', reason: 'timeout' } },
    {
      cause: 'cert.expired',
      findings: [
        { id: 'cert.expired', status: 'fail' },
        { id: 'cert.revoked', status: 'unknown' },
        { id: 'key.plain_or_pem', status: 'warning', detail: 'plain' },
      ],
    },
  );
  const rows = ofSection({ trial: { value: trial } }, 'trial');
  expect(rows[0]?.code).toBe('cert.expired');
  expect(rows.filter(({ code }) => code === 'cert.revoked')).toEqual([]);
  expect(rows).toContainEqual(expect.objectContaining({ code: 'key.plain_or_pem plain' }));
  expect(rows).toContainEqual(expect.objectContaining({ code: 'revocation: timeout' }));
  const kept = { value: { count: 1, chosen: { ...trial.review.card, id: '1' } } };
  const told = (sources: Partial<Sources>) =>
    ofSection({ trial: { value: trial }, ...sources }, 'trial').filter(({ text }) =>
      text.startsWith('RFC '),
    );
  expect(told({})).toHaveLength(1);
  expect(told({ kept })).toEqual([]);
  expect(told({ kept: { value: { count: 1, chosen: card } } })).toHaveLength(1);
});
