import { verySuspicious, worthShowing } from '../extension-score.ts';
import { blockedByClient } from '../../is-broken-off.ts';
import { isJudgement } from '../is-judgement.ts';
import { whenIs, type Rule } from './rule.ts';

/** What the page and its parts did once it was there. */
export const pageRules: readonly Rule[] = [
  {
    // A portal that has judged somebody had all that it needed.
    id: 'R50',
    signals: ['blockedByClient', 'text'],
    when: ({ blockedByClient = 0, text }) => blockedByClient > 0 && !isJudgement(text),
    weights: { 'ext.blocker': 38 },
  },
  {
    id: 'R51',
    signals: ['extScore'],
    when: ({ extScore = 0 }) => extScore >= verySuspicious,
    weights: { 'ext.blocker': 8 },
  },
  {
    id: 'R52',
    signals: ['extScore'],
    when: ({ extScore = 0 }) => extScore >= worthShowing && extScore < verySuspicious,
    weights: { 'ext.blocker': 3, 'ext.interference': 3 },
  },
  whenIs('R52b', 'extScore', 0, {
    // Nobody is there who could: browsers stop files, and pages post messages, by themselves too.
    'ext.blocker': -60,
    'ext.interference': -60,
    'ext.injector': -60,
    'ext.own_duplicate': -60,
    'ext.proxy': -15,
  }),
  {
    id: 'R53',
    signals: ['foreignMsg'],
    when: ({ foreignMsg = 0 }) => foreignMsg > 0,
    weights: { 'ext.interference': 18 },
  },
  // By itself, as the person says, where nobody heard what closed it.
  whenIs('R53b', 'widget', 'closed_early', { 'ext.interference': 12, 'portal.changed': 4 }),
  {
    id: 'R54',
    signals: ['foreignMsg', 'widget'],
    when: ({ foreignMsg = 0, widget }) => foreignMsg > 0 && widget === 'closed_early',
    weights: { 'ext.interference': 30 },
  },
  whenIs('R54b', 'otherSigner', true, { 'ext.own_duplicate': 8 }),
  {
    id: 'R54c',
    signals: ['otherSigner', 'foreignMsg'],
    when: ({ otherSigner, foreignMsg = 0 }) => otherSigner === true && foreignMsg > 0,
    weights: { 'ext.own_duplicate': 20 },
  },
  {
    // What it was given is not what was proved here: something may have changed it on the way.
    id: 'R54d',
    signals: ['extScore', 'text', 'cert', 'key', 'pwd'],
    when: ({ extScore = 0, text, cert, key, pwd }) =>
      extScore >= worthShowing &&
      text === 'trio_invalid' &&
      cert === 'ok' &&
      key === 'ok' &&
      pwd === 'ok',
    weights: { 'ext.injector': 16 },
  },
  {
    id: 'R55',
    signals: ['widgetNet', 'widgetHttp'],
    when: ({ widgetNet = '', widgetHttp = 0 }) =>
      !['', 'TIMED_OUT'].includes(widgetNet) || widgetHttp >= 500,
    weights: { 'portal.widget_down': 36, 'portal.down': 3 },
  },
  // A probe of ours waits for less than two seconds: it may have been about to answer.
  whenIs('R55b', 'widgetNet', 'TIMED_OUT', { 'portal.widget_down': 24, 'portal.down': 3 }),
  whenIs('R56', 'widgetNet', blockedByClient, {
    'ext.blocker': 40,
    'portal.widget_down': -30,
  }),
  whenIs('R57', 'widget', 'no_message', {
    'portal.widget_down': 8,
    'cache.stale': 6,
    'ext.interference': 6,
    'cert.expired': 2,
  }),
  whenIs('R58', 'selectors', 'missing', {
    'portal.changed': 22,
    'user.wrong_url': 10,
    'brw.java_legacy': 6,
    'portal.maintenance': 9,
  }),
  // Portals live for years with a file that is gone: what tells is the page that is not there.
  whenIs('R59', 'chunkError', true, { 'cache.stale': 8 }),
  {
    id: 'R59b',
    signals: ['chunkError', 'text'],
    when: ({ chunkError, text }) => chunkError === true && text === 'blank',
    weights: { 'cache.stale': 27 },
  },
  {
    // A reload past the cache goes past a service worker too: it cannot tell which was old.
    id: 'R60',
    signals: ['bypassCacheOk', 'swStale'],
    when: ({ bypassCacheOk, swStale }) => bypassCacheOk === true && !swStale,
    weights: { 'cache.stale': 30 },
  },
  whenIs('R60b', 'swStale', true, { 'sw.stale': 22 }),
  {
    id: 'R60c',
    signals: ['swStale', 'bypassCacheOk', 'text'],
    when: ({ swStale, bypassCacheOk, text }) =>
      swStale === true && (bypassCacheOk === true || text === 'blank'),
    weights: { 'sw.stale': 27 },
  },
  whenIs('R61', 'windowOpenNull', true, { 'set.popups_blocked': 40 }),
  // It opens a window once somebody is in.
  whenIs('R61c', 'portal', 'idse', { 'set.popups_blocked': 6 }),
  whenIs('R61b', 'windowOpenNull', false, { 'set.popups_blocked': -20 }),
  whenIs('R62', 'js', 'block', { 'set.js_off': 50 }),
  {
    id: 'R63',
    signals: ['cookies', 'cookieProbe'],
    when: ({ cookies, cookieProbe }) => cookies === 'block' || cookieProbe === 'fail',
    weights: { 'set.cookies_blocked': 38 },
  },
  whenIs('R64', 'incognito', true, { 'brw.private_mode': 20, 'set.cookies_blocked': 4 }),
  whenIs('R64b', 'incognito', false, { 'brw.private_mode': -20 }),
  whenIs('R65', 'ownAccess', 'withheld', { 'ext.own_access': 40 }),
  {
    // The page goes on without the extension, and fails for reasons of its own too.
    id: 'R65b',
    signals: ['ownAccess', 'http', 'net', 'text'],
    when: ({ ownAccess, http = 0, net, text }) =>
      ownAccess === 'invalidated' && http < 400 && net === undefined && text === undefined,
    weights: { 'brw.extension_stale': 40 },
  },
  whenIs('R66', 'translated', true, { 'brw.translate': 24 }),
  whenIs('R67', 'applet', true, { 'brw.java_legacy': 45 }),
  whenIs('R68', 'host', 'lookalike', { 'user.phishing': 60 }),
  whenIs('R69', 'host', 'other', { 'user.wrong_url': 25 }),
  whenIs('R70', 'scheme', 'http', { 'user.http': 24 }),
  {
    id: 'R71',
    signals: ['portalTabs'],
    when: ({ portalTabs = 0 }) => portalTabs > 1,
    weights: { 'session.two_tabs': 10, 'session.hung': 4 },
  },
  {
    id: 'R72',
    signals: ['portalTabs', 'text'],
    when: ({ portalTabs = 0, text }) => portalTabs > 1 && text === 'session_invalid',
    weights: { 'session.two_tabs': 14 },
  },
  whenIs('R73', 'uaMismatch', true, { 'ext.ua_spoof': 26 }),
];
