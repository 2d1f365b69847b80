import { beyondBreakdown } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';

const bigCookies = 6000;

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
    when: ({ retry, http = 0, net }) => retry === 'ok' && (http >= 500 || !!net),
    weights: { 'portal.intermittent': 24, 'portal.down': -8 },
  },
  whenIs('R34', 'http', 403, { 'portal.waf': 20, 'net.vpn_geo': 16, 'session.hung': 6 }),
  {
    id: 'R35',
    signals: ['vpn', 'http'],
    when: ({ http, vpn }) => http === 403 && vpn === true,
    weights: { 'net.vpn_geo': 16 },
  },
  whenIs('R36', 'http', 429, { 'portal.waf': 35 }),
  {
    id: 'R37',
    signals: ['http', 'cookieBytes'],
    when: ({ http, cookieBytes = 0 }) => http === 431 || (http === 400 && cookieBytes > bigCookies),
    weights: { 'session.hung': 30 },
  },
  {
    id: 'R37b',
    signals: ['cookieBytes'],
    when: ({ cookieBytes = 0 }) => cookieBytes > bigCookies,
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
    when: ({ ttfb = 0, net }) => ttfb > 15_000 && !net,
    weights: { 'net.slow': 16, 'portal.down': 12 },
  },
];
