import { expect, test } from 'vitest';
import blockedCookies from '../../../src/diagnosis/checks/blocked-cookies.ts';
import blockedScripts from '../../../src/diagnosis/checks/blocked-scripts.ts';
import blockedWindows from '../../../src/diagnosis/checks/blocked-windows.ts';
import type { Check } from '../../../src/diagnosis/checks/check.ts';
import javaPage from '../../../src/diagnosis/checks/java-page.ts';
import officialAddress from '../../../src/diagnosis/checks/official-address.ts';
import pageBeforeUs from '../../../src/diagnosis/checks/page-before-us.ts';
import translatedPage from '../../../src/diagnosis/checks/translated-page.ts';
import type { DocumentFacts, PlaceFacts } from '../../../src/diagnosis/index.ts';
import { judge } from './healthy.ts';

test.each<[Check, Partial<DocumentFacts>, string[], string[]]>([
  [blockedScripts, { scripts: 'block' }, ['fail', 'scripts_blocked'], ['pass', 'scripts_run']],
  [
    blockedCookies,
    { cookieProbe: 'fail' },
    ['fail', 'cannot_keep_cookies'],
    ['pass', 'cookies_kept'],
  ],
  [
    translatedPage,
    { translated: true },
    ['warning', 'page_translated'],
    ['pass', 'page_as_written'],
  ],
  [javaPage, { applet: true }, ['warning', 'page_asks_for_java'], ['pass', 'page_without_java']],
  [pageBeforeUs, { watched: false }, ['warning', 'page_to_reload'], ['pass', 'page_seen']],
])('$id', (check, document, said, healthy) => {
  expect(judge(check, { document })).toEqual(said);
  expect(judge(check)).toEqual(healthy);
});

test.each([
  ['allow', ['pass', 'windows_allowed']],
  ['block', ['manual', 'windows_to_look']],
] as const)('blocked-windows: %s', (popups, said) => {
  expect(judge(blockedWindows, { siteSettings: { popups } })).toEqual(said);
});

test.each<[PlaceFacts, string[]]>([
  [{ scheme: 'https', host: 'portal' }, ['pass', 'address_official']],
  [{ scheme: 'http', host: 'portal' }, ['fail', 'address_in_clear']],
  [{ scheme: 'https', host: 'lookalike' }, ['fail', 'address_lookalike']],
  [{ scheme: 'http', host: 'lookalike' }, ['fail', 'address_lookalike']],
  [{ scheme: 'https', host: 'official', asksFor: 'nothing' }, ['warning', 'address_elsewhere']],
  [{ scheme: 'https', host: 'official', asksFor: 'password' }, ['not_applicable']],
  [{ scheme: 'https', host: 'unknown', asksFor: 'files' }, ['warning', 'address_elsewhere']],
  [{ scheme: 'https', host: 'unknown', asksFor: 'password' }, ['not_applicable']],
  [{ scheme: 'https', host: 'unknown' }, ['not_applicable']],
])('official-address: %j', (place, said) => {
  expect(judge(officialAddress, { place })).toEqual(said);
});
