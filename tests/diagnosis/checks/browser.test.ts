import { describe, expect, test } from 'vitest';
import missingBrowserFeature from '../../../src/diagnosis/checks/missing-browser-feature.ts';
import outdatedBrowser from '../../../src/diagnosis/checks/outdated-browser.ts';
import spoofedBrowser from '../../../src/diagnosis/checks/spoofed-browser.ts';
import unsupportedBrowser from '../../../src/diagnosis/checks/unsupported-browser.ts';
import unsupportedSystem from '../../../src/diagnosis/checks/unsupported-system.ts';
import { judge, outcomeOf } from './healthy.ts';

const day = 86_400_000;

const brandsOf = (name: string, version: number) => [
  { brand: 'Chromium', version },
  { brand: name, version },
];

describe('unsupported-browser', () => {
  test.each([
    ['Google Chrome', ['pass', 'browser_name']],
    ['Microsoft Edge', ['pass', 'browser_name']],
    ['Opera', ['pass', 'browser_name', 'browser_like_chrome']],
  ])('%s', (name, said) => {
    expect(judge(unsupportedBrowser, { browser: { brands: brandsOf(name, 157) } })).toEqual(said);
  });

  test('one without a list of brands fails', () => {
    const said = judge(unsupportedBrowser, { browser: { brands: [] } });
    expect(said).toEqual(['fail', 'browser_not_known']);
  });

  test('on a phone it is a warning', () => {
    const said = judge(unsupportedBrowser, { browser: { mobile: true } });
    expect(said).toEqual(['warning', 'browser_name', 'browser_on_phone']);
  });
});

describe('outdated-browser', () => {
  // Chrome 149 came out on 2026-06-02, Edge 149 two days later.
  const since = (date: string, days: number) => new Date(Date.parse(date) + days * day);

  test.each([
    [56, ['pass', 'browser_version'], undefined],
    [57, ['pass', 'browser_version', 'newer_version_since'], 'update-browser'],
    [182, ['pass', 'browser_version', 'newer_version_since'], 'update-browser'],
    [183, ['warning', 'browser_version', 'newer_version_since'], 'update-browser'],
  ])('%i days after a newer one', (days, said, repair) => {
    for (const [name, date] of [
      ['Google Chrome', '2026-06-02'],
      ['Microsoft Edge', '2026-06-04'],
    ] as const) {
      const browser = { brands: brandsOf(name, 148) };
      expect(judge(outdatedBrowser, { browser }, since(date, days))).toEqual(said);
      expect(outcomeOf(outdatedBrowser, { browser }, since(date, days)).repair).toBe(repair);
    }
  });

  test('says which version it is, and since when there is a newer one', () => {
    const browser = { brands: brandsOf('Microsoft Edge', 148) };
    expect(outcomeOf(outdatedBrowser, { browser }).evidence).toEqual([
      { key: 'browser_version', values: ['Microsoft Edge', 148] },
      { key: 'newer_version_since', values: [{ date: '2026-06-04T00:00:00.000Z' }] },
    ]);
  });

  test.each([
    [126, ['fail', 'browser_version', 'browser_below_minimum']],
    [127, ['warning', 'browser_version', 'newer_version_since']],
    [157, ['pass', 'browser_version']],
    [158, ['pass', 'browser_version']],
    [300, ['pass', 'browser_version']],
  ])('version %i today', (major, said) => {
    const browser = { brands: brandsOf('Google Chrome', major) };
    expect(judge(outdatedBrowser, { browser })).toEqual(said);
  });

  test('without a version it cannot be told, and without a known brand there is none to tell', () => {
    const unnumbered = { brands: brandsOf('Google Chrome', Number.NaN) };
    expect(outcomeOf(outdatedBrowser, { browser: unnumbered })).toEqual({
      status: 'unknown',
      missing: 'failed',
    });
    expect(judge(outdatedBrowser, { browser: { brands: [] } })).toEqual(['not_applicable']);
  });
});

describe('spoofed-browser', () => {
  test('one version is fine, two are a warning', () => {
    expect(judge(spoofedBrowser)).toEqual(['pass', 'one_version']);
    expect(outcomeOf(spoofedBrowser, { browser: { uaMajor: 130 } })).toEqual({
      status: 'warning',
      evidence: [{ key: 'two_versions', values: [130, 157] }],
      repair: 'pause-extensions',
    });
  });

  test('to tell the portal another browser is a warning', () => {
    expect(outcomeOf(spoofedBrowser, { browser: { uaMajor: 0 } })).toEqual({
      status: 'warning',
      evidence: [{ key: 'other_browser' }],
      repair: 'pause-extensions',
    });
  });

  test('where one of the two is not said, nobody knows', () => {
    const said = judge(spoofedBrowser, { browser: { brands: brandsOf('Google Chrome', NaN) } });
    expect(said).toEqual(['unknown']);
    expect(judge(spoofedBrowser, { browser: { brands: [] } })).toEqual(['not_applicable']);
  });
});

test.each([
  [{ sign: true, files: true }, ['pass', 'features_work']],
  [{ sign: false, files: true }, ['fail', 'cannot_sign']],
  [{ sign: true, files: false }, ['fail', 'cannot_read_files']],
  [{ sign: false, files: false }, ['fail', 'cannot_sign', 'cannot_read_files']],
])('missing-browser-feature: %j', (features, said) => {
  expect(judge(missingBrowserFeature, { browser: { features } })).toEqual(said);
});

test.each([
  ['Windows', '0.1', ['warning', 'windows_7_or_8']],
  ['Windows', '0.3.0', ['warning', 'windows_7_or_8']],
  ['Windows', '10.0.0', ['pass', 'windows_10']],
  ['Windows', '13.0.0', ['pass', 'windows_11']],
  ['Windows', '', ['unknown']],
  ['macOS', '15.1.0', ['not_applicable', 'system_name']],
  ['Linux', '', ['not_applicable', 'system_name']],
  ['', '', ['unknown']],
])('unsupported-system: %s %s', (platform, platformVersion, said) => {
  expect(judge(unsupportedSystem, { browser: { platform, platformVersion } })).toEqual(said);
});
