import { warningBytes } from '../checks/oversized-cookies.ts';
import { longestWait } from '../has-failed.ts';
import { isOfOwnWay } from '../is-of-own-way.ts';
import { beyondBreakdown } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';

/** How the portal's server answered. */
export const httpRules: readonly Rule[] = [
  whenIs('R30', 'http', [502, 503, 504], { 'portal.down': 30, 'portal.maintenance': 12 }),
  whenIs('R31', 'http', 500, {
    'portal.down': 14,
    'session.hung': 10,
    'cache.stale': 4,
    'portal.intermittent': 8,
  }),
  {
    id: 'R32',
    signals: ['http'],
    when: ({ http = 0 }) => http >= 500,
    weights: mask(beyondBreakdown, -15),
  },
  {
    id: 'R33',
    signals: ['retry', 'http', 'net'],
    // A certificate that is no good does not come and go with what a portal can bear.
    when: ({ retry, http = 0, net }) =>
      retry === 'ok' && (http >= 500 || (!!net && !isOfOwnWay(net) && !net.startsWith('CERT_'))),
    weights: { 'portal.intermittent': 24, 'portal.down': -20 },
  },
  {
    id: 'R33b',
    signals: ['retry', 'http'],
    when: ({ retry, http = 0 }) => retry === 'fail' && http >= 500,
    weights: { 'portal.down': 8, 'portal.intermittent': -10, 'session.hung': -6 },
  },
  whenIs('R34', 'http', 403, { 'portal.waf': 20, 'net.vpn_geo': 16, 'session.hung': 6 }),
  {
    id: 'R34b',
    signals: ['http', 'vpn'],
    when: ({ http, vpn }) => http === 403 && vpn === false,
    weights: { 'portal.waf': 12 },
  },
  whenIs('R36', 'http', 429, { 'portal.waf': 35 }),
  {
    id: 'R37',
    signals: ['http', 'cookieBytes'],
    when: ({ http, cookieBytes = 0 }) =>
      http === 431 || (http === 400 && cookieBytes > warningBytes),
    weights: { 'session.hung': 30 },
  },
  {
    id: 'R37b',
    signals: ['cookieBytes'],
    when: ({ cookieBytes = 0 }) => cookieBytes > warningBytes,
    weights: { 'session.hung': 8 },
  },
  whenIs('R38', 'http', 404, { 'user.wrong_url': 26, 'portal.changed': 18 }),
  whenIs('R39', 'http', 401, {
    'acc.no_role': 10,
    'acc.not_registered': 10,
    'session.expired': 8,
  }),
  {
    id: 'R40',
    signals: ['ttfb', 'net'],
    when: ({ ttfb = 0, net }) => ttfb > longestWait && !net,
    weights: { 'net.slow': 16, 'portal.down': 12 },
  },
  {
    id: 'R40b',
    signals: ['ctrlMs', 'ctrl', 'ttfb'],
    when: ({ ttfb = 0, ctrl, ctrlMs = Infinity }) =>
      ttfb > longestWait && ctrl === 'ok' && ctrlMs <= 1_500,
    weights: { 'portal.down': 10, 'net.slow': -10 },
  },
  {
    id: 'R40c',
    signals: ['ctrlMs', 'ctrl', 'ttfb'],
    when: ({ ttfb = 0, ctrl, ctrlMs = 0 }) => ttfb > longestWait && ctrl === 'ok' && ctrlMs > 4_000,
    weights: { 'net.slow': 20 },
  },
  {
    // The page came in the end: there is a connection, and nobody else answered in a long time
    // either, the frame of the form among them.
    id: 'R40d',
    signals: ['ctrl', 'ctrlMs', 'ttfb', 'http'],
    when: ({ ttfb = 0, http, ctrl, ctrlMs = 0 }) =>
      ttfb > longestWait && http !== undefined && ctrl === 'fail' && ctrlMs > 4_000,
    weights: { 'net.slow': 14, 'net.offline': -14, 'net.dns': -10, 'portal.widget_down': -20 },
  },
  {
    // Not yet is a hint: it may answer the next moment.
    id: 'R40e',
    signals: ['ctrl', 'ttfb', 'http'],
    when: ({ ttfb = 0, http, ctrl }) => ttfb > longestWait && http !== undefined && ctrl === 'late',
    weights: { 'net.slow': 4 },
  },
];
