import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BrowserFacts } from '../../src/diagnosis/index.ts';
import { judgeBrowser, minimumMajor } from '../../src/diagnosis/judge-browser.ts';
import { releases, tableDate } from '../../src/diagnosis/releases.ts';
import { supersededAt } from '../../src/diagnosis/superseded.ts';

const day = 86_400_000;
const second = 1000;

const madeUp = { brand: 'Not:A-Brand', version: 99 };

function browserWith(brands: BrowserFacts['brands'], rest: Partial<BrowserFacts> = {}) {
  return {
    brands,
    uaMajor: 157,
    platform: 'Linux',
    platformVersion: '',
    mobile: false,
    features: { sign: true, files: true },
    ...rest,
  };
}

const chrome = (major: number, rest: Partial<BrowserFacts> = {}) =>
  browserWith(
    [madeUp, { brand: 'Chromium', version: major }, { brand: 'Google Chrome', version: major }],
    rest,
  );
const edge = (major: number) =>
  browserWith([
    { brand: 'Microsoft Edge', version: major },
    madeUp,
    { brand: 'Chromium', version: major },
  ]);

const later = (moment: string | Date, milliseconds: number) =>
  new Date(new Date(moment).getTime() + milliseconds);
const lagOf = (facts: BrowserFacts, at: Date) => judgeBrowser(facts, at).lag;

describe('brand', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  test.each<[names: string[], brand: string]>([
    [['Google Chrome', 'Chromium', 'Not)A;Brand'], 'chrome'],
    [['Not?A_Brand', 'Chromium', 'Microsoft Edge'], 'edge'],
    [['Brave', 'Chromium'], 'chromium_other'],
    [['Opera', 'Chromium', 'Not A;Brand'], 'chromium_other'],
    [['Opera GX', 'Chromium'], 'chromium_other'],
    [['Google Chrome', 'Chromium', 'Vivaldi'], 'chromium_other'],
    [['Chromium', 'Not:A-Brand'], 'chromium_other'],
    [['Not:A-Brand'], 'unsupported'],
    [['google chrome'], 'unsupported'],
    [[], 'unsupported'],
  ])('%j is %s', (names, brand) => {
    const facts = browserWith(names.map((name) => ({ brand: name, version: 156 })));
    expect(judgeBrowser(facts, at).brand).toBe(brand);
  });

  test('without a known brand, or without its version, nothing is said of its age', () => {
    expect(judgeBrowser(browserWith([madeUp]), at)).toEqual({ brand: 'unsupported' });
    const unnumbered = browserWith([{ brand: 'Google Chrome', version: Number.NaN }]);
    expect(judgeBrowser(unnumbered, at)).toEqual({ brand: 'chrome' });
  });
});

describe('age', () => {
  // Chrome 148 was superseded on 2026-06-02, Edge 148 on 2026-06-04.
  test.each([
    [56, 'current'],
    [57, 'behind'],
    [182, 'behind'],
    [183, 'obsolete'],
  ] as const)('on day %i after a newer version it is %s', (days, lag) => {
    expect(lagOf(chrome(148), later('2026-06-02', days * day))).toBe(lag);
    expect(lagOf(edge(148), later('2026-06-04', days * day))).toBe(lag);
  });

  test('the last second of a day belongs to that day', () => {
    expect(lagOf(chrome(148), later('2026-06-02', 57 * day - second))).toBe('current');
    expect(lagOf(chrome(148), later('2026-06-02', 183 * day - second))).toBe('behind');
  });

  test('Edge is judged by its own dates', () => {
    const at = later('2026-06-02', 57 * day);
    expect([lagOf(chrome(148), at), lagOf(edge(148), at)]).toEqual(['behind', 'current']);
  });

  test('below the version that runs the extension it is obsolete, whatever the day', () => {
    const releaseDay = new Date('2024-06-11T00:00:00Z');
    expect(lagOf(chrome(minimumMajor - 1), releaseDay)).toBe('obsolete');
    expect(lagOf(chrome(minimumMajor), releaseDay)).toBe('current');
  });

  test('a Brave, an Opera, a Vivaldi are as old as the Chromium in them', () => {
    const brave = browserWith([
      { brand: 'Brave', version: 1 },
      { brand: 'Chromium', version: 148 },
    ]);
    expect(lagOf(brave, later('2026-06-02', 57 * day))).toBe('behind');
  });

  test('after the last known version, one comes every two weeks, and two of them late', () => {
    const last = Math.max(...Object.keys(releases.chrome).map(Number));
    const known = new Date(releases.chrome[last] ?? '');
    expect(supersededAt('chrome', last - 1)).toEqual(known);
    expect(supersededAt('chrome', last)).toEqual(later(known, 3 * 14 * day));
    expect(supersededAt('chrome', last + 1)).toEqual(later(known, 4 * 14 * day));
  });

  test('a browser newer than foreseen is current, and so is any with the clock far behind', () => {
    expect(lagOf(chrome(400), new Date('2027-01-01T00:00:00Z'))).toBe('current');
    expect(lagOf(chrome(148), new Date('2001-01-01T00:00:00Z'))).toBe('current');
  });
});

describe('properties', () => {
  const rank = { current: 0, behind: 1, obsolete: 2 };
  const majors = fc.integer({ min: 1, max: 500 });
  const days = fc.integer({
    min: Date.parse('2020-01-01') / day,
    max: Date.parse('2040-01-01') / day,
  });

  test('a newer version is never judged worse', () => {
    fc.assert(
      fc.property(majors, majors, days, fc.boolean(), (one, other, on, isEdge) => {
        const [older, newer] = [Math.min(one, other), Math.max(one, other)];
        const make = isEdge ? edge : chrome;
        const at = new Date(on * day);
        const of = (major: number) => rank[lagOf(make(major), at) ?? 'current'];
        expect(of(newer)).toBeLessThanOrEqual(of(older));
      }),
    );
  });

  test.each([
    { channel: 'chrome', make: chrome },
    { channel: 'edge', make: edge },
  ] as const)(
    'with one every two weeks, $channel two versions behind is current',
    ({ channel, make }) => {
      const known = Object.entries(releases[channel])
        .map(([major, date]) => ({ major: Number(major), at: Date.parse(date) }))
        .filter(({ major }) => major >= 154);
      const last = known.at(-1) ?? { major: 0, at: 0 };
      // A year after the table ends, too.
      const coming = Array.from({ length: 24 }, (_, index) => ({
        major: last.major + index + 1,
        at: last.at + (index + 1) * 14 * day,
      }));
      const schedule = [...known, ...coming];
      for (const [index, { major }] of schedule.slice(0, -1).entries()) {
        const lastMoment = new Date((schedule[index + 1]?.at ?? 0) - second);
        const lag = lagOf(make(major - 2), lastMoment);
        expect(lag, `${major - 2} on ${lastMoment.toISOString()}`).toBe('current');
      }
    },
  );

  test('nothing that a browser may say of itself throws', () => {
    const strange = fc.record({
      brands: fc.array(fc.record({ brand: fc.string(), version: fc.double() })),
      uaMajor: fc.integer(),
      platform: fc.constantFrom('Windows', 'macOS', '', 'Plan 9'),
      platformVersion: fc.string(),
      mobile: fc.boolean(),
    });
    fc.assert(
      fc.property(strange, (facts) => {
        const features = { sign: true, files: true };
        expect(judgeBrowser({ ...facts, features }, new Date(0)).brand).toBe('unsupported');
      }),
    );
  });
});

describe('system', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['Windows', '0.1', 'unsupported'],
    ['Windows', '0.2.0', 'unsupported'],
    ['Windows', '0.3', 'unsupported'],
    ['Windows', '1.0.0', 'supported'],
    ['Windows', '10.0.0', 'supported'],
    ['Windows', '13.0.0', 'supported'],
    ['Windows', '19.0.0', 'supported'],
    ['Windows', '0', undefined],
    ['Windows', '0.4', undefined],
    ['Windows', '', undefined],
    ['macOS', '0.1', undefined],
    ['Linux', '', undefined],
  ])('%s %s is %s', (platform, platformVersion, os) => {
    expect(judgeBrowser(chrome(157, { platform, platformVersion }), at).os).toBe(os);
  });
});

describe('two versions at once', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  test.each([
    [157, false],
    [156, true],
    [0, true],
  ])('Chromium 157 and, in the text, %s: %s', (uaMajor, uaMismatch) => {
    expect(judgeBrowser(chrome(157, { uaMajor }), at).uaMismatch).toBe(uaMismatch);
  });

  test('Edge is compared by the Chromium in it, which is what the text says', () => {
    const facts = browserWith(
      [
        { brand: 'Microsoft Edge', version: 158 },
        { brand: 'Chromium', version: 157 },
      ],
      { uaMajor: 157 },
    );
    expect(judgeBrowser(facts, at).uaMismatch).toBe(false);
  });
});

test.each(Object.entries(releases))('the table of %s', (_, dates) => {
  const majors = Object.keys(dates).map(Number);
  const [first = 0] = majors;
  expect(majors, 'has no holes').toEqual(majors.map((_major, index) => first + index));
  const inOrder = Object.values(dates);
  expect(inOrder, 'goes forward').toEqual(inOrder.toSorted());
  expect(first, 'begins before what runs the extension').toBeLessThan(minimumMajor);
  expect(inOrder.at(-1)?.localeCompare(tableDate), 'looks ahead').toBe(1);
});
