import { expect, test } from 'vitest';
import {
  diagnose,
  signals,
  type DocumentFacts,
  type Evidence,
  type Facts,
  type PlaceFacts,
} from '../../src/diagnosis/index.ts';
import { healthy } from './checks/healthy.ts';
import { page } from './facts.ts';

const at = new Date('2026-11-22T12:00:00Z');
const absent = undefined;

const document: DocumentFacts = {
  scripts: 'allow',
  cookieProbe: 'ok',
  translated: false,
  applet: false,
  watched: true,
};
const settings = { ownAccess: 'granted' } as const;

function firstCause(facts: Facts): [id: string | undefined, certainty: string | undefined] {
  const [cause] = diagnose(signals(facts, at), facts).causes;
  return [cause?.id, cause?.certainty];
}

test('a page as it should be: nothing of it is a failure', () => {
  const facts: Facts = {
    document,
    settings,
    place: { scheme: 'https', host: 'portal' },
    siteSettings: healthy.siteSettings,
  };
  expect(signals(facts, at)).toEqual({
    ownAccess: 'granted',
    js: 'allow',
    cookies: 'allow',
    cookieProbe: 'ok',
    translated: false,
    applet: false,
    host: 'ok',
    scheme: 'https',
  });
  expect(diagnose(signals(facts, at), facts).failureSeen).toBe(false);
  expect(firstCause(facts)[1]).toBe('unknown');
});

test.each<[string, Partial<DocumentFacts>, Evidence]>([
  ['scripts are blocked', { scripts: 'block' }, { js: 'block' }],
  ['cookies are not kept', { cookieProbe: 'fail' }, { cookieProbe: 'fail' }],
  ['it was translated', { translated: true }, { translated: true }],
  ['it asks for Java', { applet: true }, { applet: true }],
  ['it was there before us', { watched: false }, { ownAccess: 'invalidated' }],
])('%s', (_, changes, expected) => {
  const facts: Facts = { settings, document: { ...document, ...changes } };
  expect(signals(facts, at)).toMatchObject(expected);
});

test('of what has Java in it, the form that is there needs none', () => {
  const facts: Facts = {
    document: { ...document, applet: true },
    page: { ...page, form: 'found' },
  };
  expect(signals(facts, at).applet).toBe(false);
});

test.each<[string, PlaceFacts, Evidence['host'], Evidence['scheme']]>([
  ['a portal', { scheme: 'https', host: 'portal' }, 'ok', 'https'],
  ['a portal in clear', { scheme: 'http', host: 'portal' }, 'ok', 'http'],
  ['an address that is like it', { scheme: 'https', host: 'lookalike' }, 'lookalike', absent],
  [
    'a page of the same site without a field',
    { scheme: 'https', host: 'official', asksFor: 'nothing' },
    'other',
    absent,
  ],
  [
    'a sign-in page of the same site that nobody knows',
    { scheme: 'https', host: 'official', asksFor: 'password' },
    absent,
    absent,
  ],
  ['a page that nobody may look at', { scheme: 'https', host: 'official' }, absent, absent],
  [
    'a stranger that wants an e.firma',
    { scheme: 'https', host: 'unknown', asksFor: 'files' },
    'other',
    absent,
  ],
  ['a bank', { scheme: 'https', host: 'unknown', asksFor: 'password' }, absent, absent],
  ['any other page', { scheme: 'https', host: 'unknown', asksFor: 'nothing' }, absent, absent],
])('the address of %s', (_, place, host, scheme) => {
  const evidence = signals({ place }, at);
  expect([evidence.host, evidence.scheme]).toEqual([host, scheme]);
});

test('what was seen of an attempt is not excused by a tab that has gone elsewhere', () => {
  const place: PlaceFacts = { scheme: 'https', host: 'official', asksFor: 'nothing' };
  expect(signals({ place, page }, at).host).toBe(absent);
  expect(signals({ place: { ...place, host: 'lookalike' }, page }, at).host).toBe('lookalike');
});

test.each<[string, Facts, string]>([
  ['an imitation', { place: { scheme: 'https', host: 'lookalike' } }, 'user.phishing'],
  ['a portal in clear', { place: { scheme: 'http', host: 'portal' } }, 'user.http'],
  ['scripts that are blocked', { document: { ...document, scripts: 'block' } }, 'set.js_off'],
  [
    'cookies that are not kept',
    { document: { ...document, cookieProbe: 'fail' } },
    'set.cookies_blocked',
  ],
  [
    'a page whose form is Java',
    { document: { ...document, applet: true }, page: { ...page, form: 'missing' } },
    'brw.java_legacy',
  ],
])('of %s it is said as a fact', (_, facts, cause) => {
  expect(firstCause(facts)).toEqual([cause, 'is']);
});

test('that windows are stopped is usual; that they are let through settles it', () => {
  const { siteSettings } = healthy;
  expect(signals({ siteSettings }, at).windowOpenNull).toBe(absent);
  const open = { ...siteSettings, popups: 'allow' } as const;
  expect(signals({ siteSettings: open }, at).windowOpenNull).toBe(false);
});

test('what the document says comes before what the settings say', () => {
  const { siteSettings } = healthy;
  const blocked: DocumentFacts = { ...document, scripts: 'block' };
  expect(signals({ siteSettings, document: blocked }, at).js).toBe('block');
});
