import { describe, expect, test } from 'vitest';
import duplicateTabs from '../../../src/diagnosis/checks/duplicate-tabs.ts';
import hungSession from '../../../src/diagnosis/checks/hung-session.ts';
import oversizedCookies from '../../../src/diagnosis/checks/oversized-cookies.ts';
import staleCache from '../../../src/diagnosis/checks/stale-cache.ts';
import staleServiceWorker from '../../../src/diagnosis/checks/stale-service-worker.ts';
import { judge, outcomeOf } from './healthy.ts';

describe('stale-cache', () => {
  test.each([
    [{ fromCache: 9 }, ['pass', 'no_file_gone'], undefined],
    [{ missingChunks: 1 }, ['warning', 'files_gone'], 'reload-without-cache'],
    [
      { missingChunks: 1, fromCache: 1 },
      ['warning', 'files_gone', 'files_from_cache'],
      'clear-site-cache',
    ],
    [
      { missingChunks: 1, fromCache: 1, blank: true },
      ['fail', 'files_gone', 'files_from_cache'],
      'clear-site-cache',
    ],
    [{ missingChunks: 1, fromCache: 1, fromServiceWorker: 1 }, ['not_applicable'], undefined],
    [{ bypassCacheOk: true }, ['fail', 'worked_without_cache'], 'clear-site-cache'],
    [{ bypassCacheOk: false }, ['pass', 'no_file_gone'], undefined],
  ])('%j', (page, said, repair) => {
    expect(judge(staleCache, { page })).toEqual(said);
    expect(outcomeOf(staleCache, { page }).repair).toBe(repair);
  });
});

describe('stale-service-worker', () => {
  test.each([
    [{}, ['pass', 'no_service_worker'], undefined],
    [{ missingChunks: 1, fromCache: 1 }, ['pass', 'no_service_worker'], undefined],
    [{ fromServiceWorker: 3 }, ['pass', 'files_from_service_worker'], undefined],
    [
      { fromServiceWorker: 3, missingChunks: 1 },
      ['warning', 'files_gone', 'files_from_service_worker'],
      'clear-site-cache',
    ],
    [
      { fromServiceWorker: 3, missingChunks: 1, blank: true },
      ['fail', 'files_gone', 'files_from_service_worker'],
      'clear-site-cache',
    ],
  ])('%j', (page, said, repair) => {
    expect(judge(staleServiceWorker, { page })).toEqual(said);
    expect(outcomeOf(staleServiceWorker, { page }).repair).toBe(repair);
  });
});

describe('hung-session', () => {
  const text = (name: 'session_invalid' | 'maintenance') => ({
    texts: [{ text: 'x', class: name }],
  });
  const twice = ['JSESSIONID', 'lang', 'JSESSIONID'].map((name) => ({
    name,
    bytes: 9,
    isSession: true,
  }));

  test.each([
    [{}, ['pass', 'session_fine']],
    // One sign alone.
    [{ page: { loginLoop: true } }, ['pass', 'sign_in_starts_over']],
    [{ page: text('session_invalid') }, ['pass', 'session_rejected']],
    [{ page: { http: 431 } }, ['pass', 'answered_with_error']],
    [{ session: { cookieBytes: 6001 } }, ['pass', 'cookies_size']],
    [{ session: { cookies: twice } }, ['pass', 'cookie_repeated']],
    [{ session: { portalTabs: 2 } }, ['pass', 'portal_tabs']],
    // What is no sign.
    [{ page: { http: 404 } }, ['pass', 'session_fine']],
    [{ page: text('maintenance') }, ['pass', 'session_fine']],
    [{ session: { cookieBytes: 6000 } }, ['pass', 'session_fine']],
    [
      { session: { cookies: twice.map((cookie) => ({ ...cookie, isSession: false })) } },
      ['pass', 'session_fine'],
    ],
    // Heavy and repeated cookies are one sign.
    [{ session: { cookies: twice, cookieBytes: 7000 } }, ['pass', 'cookie_repeated']],
    // Two.
    [
      { page: { http: 400 }, session: { cookieBytes: 6001 } },
      ['warning', 'answered_with_error', 'cookies_size'],
    ],
    [
      { page: { loginLoop: true, ...text('session_invalid') } },
      ['warning', 'sign_in_starts_over', 'session_rejected'],
    ],
    // Three, of which two are told.
    [
      { page: { loginLoop: true, http: 500 }, session: { portalTabs: 2 } },
      ['warning', 'sign_in_starts_over', 'answered_with_error'],
    ],
  ])('%j', (changes, said) => {
    expect(judge(hungSession, changes)).toEqual(said);
    const repair = said[0] === 'warning' ? 'clear-session-cookies' : undefined;
    expect(outcomeOf(hungSession, changes).repair).toBe(repair);
  });
});

test.each([
  [6000, 'pass', undefined],
  [6001, 'warning', 'clear-session-cookies'],
  [8000, 'warning', 'clear-session-cookies'],
  [8001, 'fail', 'clear-session-cookies'],
])('oversized-cookies: %i bytes', (cookieBytes, status, repair) => {
  const outcome = outcomeOf(oversizedCookies, { session: { cookieBytes } });
  expect(outcome).toMatchObject({
    status,
    evidence: [{ key: 'cookies_size', values: [{ bytes: cookieBytes }] }],
  });
  expect(outcome.repair).toBe(repair);
});

test.each([
  [0, 'pass'],
  [1, 'pass'],
  [2, 'warning'],
])('duplicate-tabs: %i', (portalTabs, status) => {
  expect(judge(duplicateTabs, { session: { portalTabs } })).toEqual([status, 'portal_tabs']);
});
