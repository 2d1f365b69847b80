import { expect, test } from 'vitest';
import blockedCookies from '../../../src/diagnosis/checks/blocked-cookies.ts';
import blockedScripts from '../../../src/diagnosis/checks/blocked-scripts.ts';
import blockedWindows from '../../../src/diagnosis/checks/blocked-windows.ts';
import closedDialog from '../../../src/diagnosis/checks/closed-dialog.ts';
import type { Check } from '../../../src/diagnosis/checks/check.ts';
import javaPage from '../../../src/diagnosis/checks/java-page.ts';
import officialAddress from '../../../src/diagnosis/checks/official-address.ts';
import pageBeforeUs from '../../../src/diagnosis/checks/page-before-us.ts';
import thirdPartyCookies from '../../../src/diagnosis/checks/third-party-cookies.ts';
import translatedPage from '../../../src/diagnosis/checks/translated-page.ts';
import type { DocumentFacts, PageFacts, PlaceFacts } from '../../../src/diagnosis/index.ts';
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

test.each<[Partial<PageFacts>, string[]]>([
  [{}, ['not_applicable']],
  [{ widget: 'ok' }, ['pass', 'dialog_not_closed']],
  [{ widget: 'error' }, ['pass', 'dialog_not_closed']],
  [{ widget: 'closed_early' }, ['warning', 'dialog_closed']],
  [{ widget: 'closed_early', closedAwaiting: true }, ['warning', 'dialog_closed_too_soon']],
  // It had answered before.
  [
    { widget: 'closed_early', texts: [{ text: 'La contraseña no es', class: 'trio_invalid' }] },
    ['not_applicable'],
  ],
  // Somebody else talked into the page: it need not have been the person.
  [{ widget: 'closed_early', foreignMessages: 1 }, ['pass', 'dialog_not_closed']],
])('closed-dialog: %j', (page, said) => {
  expect(judge(closedDialog, { page })).toEqual(said);
});

test.each([
  ['allow', 'third_party_cookies_allowed'],
  ['block', 'third_party_cookies_blocked'],
] as const)('third-party-cookies warn of nothing: %s', (setting, said) => {
  const changes = { siteSettings: { thirdPartyCookies: setting } };
  expect(judge(thirdPartyCookies, changes)).toEqual(['pass', said]);
});
