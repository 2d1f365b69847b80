import { rightWithin } from '../clock-limits.ts';
import { worthShowing } from '../extension-score.ts';
import { blockedByClient } from '../../is-broken-off.ts';
import { isProxyError } from '../is-proxy-error.ts';
import { afterLoad } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';

const isNameError = (net = '') => net.startsWith('NAME_');
const isUnreachable = (net = '') => /^(?:CONNECTION_|EMPTY|TIMED|ADDRESS_UNR)/.test(net);
const isTimeout = (net = '') => net === 'TIMED_OUT' || net === 'CONNECTION_TIMED_OUT';

/** The way to the portal: when the page never arrived, nothing that comes after it is to blame. */
export const transportRules: readonly Rule[] = [
  { id: 'R01', signals: ['net'], when: ({ net }) => !!net, weights: mask(afterLoad, -25) },
  {
    id: 'R02',
    signals: ['online', 'net'],
    when: ({ net, online }) => net === 'INTERNET_DISCONNECTED' || online === false,
    weights: { 'net.offline': 45 },
  },
  whenIs('R03', 'net', ['NAME_NOT_RESOLVED', 'NAME_RESOLUTION_FAILED'], {
    'net.dns': 30,
    'user.wrong_url': 12,
    'net.vpn_geo': 6,
    'portal.down': 8,
  }),
  {
    id: 'R04',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => isNameError(net) && ctrl === 'ok',
    weights: { 'net.dns_portal_only': 36, 'portal.down': 10, 'net.dns': -10 },
  },
  {
    id: 'R05',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => isNameError(net) && ctrl === 'fail',
    weights: { 'net.dns': 6, 'net.offline': 14 },
  },
  {
    id: 'R06',
    signals: ['net'],
    when: ({ net }) => isProxyError(net),
    weights: { 'net.proxy': 35, 'ext.proxy': 10 },
  },
  {
    id: 'R06b',
    signals: ['extScore', 'net'],
    when: ({ net, extScore = 0 }) => isProxyError(net) && extScore >= worthShowing,
    weights: { 'ext.proxy': 6 },
  },
  whenIs('R07', 'proxyBy', 'extension', { 'ext.proxy': 20 }),
  whenIs('R07c', 'proxyBy', 'system', { 'net.proxy': 10, 'ext.proxy': -20 }),
  {
    id: 'R07b',
    signals: ['proxyBy', 'net'],
    when: ({ net, proxyBy }) => proxyBy === 'extension' && isProxyError(net),
    // That it may do it proves nothing: never more than likely.
    weights: { 'ext.proxy': 8 },
  },
  whenIs(
    'R08',
    'net',
    [
      'CONNECTION_REFUSED',
      'CONNECTION_RESET',
      'CONNECTION_TIMED_OUT',
      'CONNECTION_CLOSED',
      'CONNECTION_ABORTED',
      'CONNECTION_FAILED',
      'EMPTY_RESPONSE',
      'ADDRESS_UNREACHABLE',
    ],
    { 'portal.down': 18, 'net.firewall': 16, 'net.vpn_geo': 8, 'net.slow': 4 },
  ),
  // A probe of ours waits for less than two seconds: it may have been about to answer.
  whenIs('R08b', 'net', 'TIMED_OUT', {
    'portal.down': 12,
    'net.firewall': 14,
    'net.vpn_geo': 6,
    'net.slow': 2,
  }),
  {
    id: 'R09',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => isUnreachable(net) && ctrl === 'ok',
    weights: { 'portal.down': 10, 'net.firewall': 4 },
  },
  {
    id: 'R10',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => isUnreachable(net) && ctrl === 'fail',
    weights: { 'net.offline': 10, 'net.firewall': 14, 'net.proxy': 6 },
  },
  {
    id: 'R11',
    signals: ['ctrlMs', 'ctrl', 'net'],
    when: ({ net, ctrl, ctrlMs = 0 }) => isTimeout(net) && ctrl === 'ok' && ctrlMs > 4000,
    weights: { 'net.slow': 25, 'portal.down': -10 },
  },
  {
    // Slow, or shut off: who asks again in some seconds is told which.
    id: 'R11b',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => isTimeout(net) && ctrl === 'late',
    weights: { 'net.slow': 20, 'net.firewall': 8, 'portal.down': -8 },
  },
  whenIs('R12', 'net', ['NETWORK_ACCESS_DENIED', 'ADDRESS_INVALID'], { 'net.firewall': 35 }),
  whenIs('R12b', 'net', 'NETWORK_CHANGED', { 'net.changed': 40 }),
  // That nothing was asked for is all that is seen of it: never more than likely.
  whenIs('R13', 'net', 'BLOCKED_BY_ADMINISTRATOR', { 'set.policy': 22 }),
  whenIs('R14', 'net', blockedByClient, { 'ext.blocker': 60 }),
  whenIs('R15', 'net', 'CERT_DATE_INVALID', { 'tls.clock': 18, 'tls.portal_cert': 18 }),
  {
    id: 'R16',
    signals: ['skew', 'net'],
    when: ({ net, skew = 0 }) => net === 'CERT_DATE_INVALID' && Math.abs(skew) > 86_400,
    weights: { 'tls.clock': 25 },
  },
  {
    id: 'R17',
    signals: ['net', 'skew'],
    when: ({ net, skew = Infinity }) =>
      net === 'CERT_DATE_INVALID' && Math.abs(skew) <= rightWithin,
    weights: { 'tls.portal_cert': 20, 'tls.clock': -20 },
  },
  {
    // The dates of every site are wrong: it is not the sites.
    id: 'R17b',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => net === 'CERT_DATE_INVALID' && (ctrl === 'cert' || ctrl === 'fail'),
    weights: { 'tls.clock': 20 },
  },
  {
    id: 'R17c',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => net === 'CERT_DATE_INVALID' && ctrl === 'ok',
    weights: { 'tls.portal_cert': 12, 'tls.clock': -12 },
  },
  whenIs('R18', 'net', 'CERT_AUTHORITY_INVALID', {
    'tls.interception': 25,
    'tls.portal_cert': 16,
    'net.captive': 10,
    'tls.incomplete_chain': 8,
    'os.roots_old': 6,
  }),
  {
    id: 'R19',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => net === 'CERT_AUTHORITY_INVALID' && ctrl === 'cert',
    weights: { 'tls.interception': 15, 'tls.portal_cert': -10 },
  },
  {
    id: 'R19b',
    signals: ['net', 'ctrl'],
    when: ({ net, ctrl }) => net === 'CERT_AUTHORITY_INVALID' && ctrl === 'ok',
    weights: { 'tls.portal_cert': 16 },
  },
  {
    // Not every one of the portal's servers sends all that a browser needs.
    id: 'R19c',
    signals: ['retry', 'ctrl', 'net'],
    when: ({ net, ctrl, retry }) =>
      net === 'CERT_AUTHORITY_INVALID' && ctrl === 'ok' && retry === 'ok',
    weights: { 'tls.incomplete_chain': 34 },
  },
  {
    id: 'R19d',
    signals: ['os', 'ctrl', 'net'],
    when: ({ net, ctrl, os }) =>
      net === 'CERT_AUTHORITY_INVALID' && ctrl === 'cert' && os === 'unsupported',
    weights: { 'os.roots_old': 46 },
  },
  whenIs('R20', 'net', 'CERT_COMMON_NAME_INVALID', {
    'tls.name': 22,
    'net.captive': 16,
    'tls.portal_cert': 12,
    'user.wrong_url': 10,
  }),
  {
    id: 'R20b',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => net === 'CERT_COMMON_NAME_INVALID' && ctrl === 'ok',
    weights: { 'tls.name': 10, 'net.captive': -10 },
  },
  {
    id: 'R20c',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl = 'ok' }) =>
      net === 'CERT_COMMON_NAME_INVALID' && ctrl !== 'ok' && ctrl !== 'late',
    weights: { 'net.captive': 16, 'tls.name': -10 },
  },
  whenIs('R21', 'net', ['SSL_VERSION_OR_CIPHER_MISMATCH', 'SSL_OBSOLETE_CIPHER'], {
    'tls.version': 32,
    'os.unsupported': 4,
  }),
  whenIs('R22', 'net', ['SSL_PROTOCOL_ERROR', 'ECH_NOT_NEGOTIATED'], {
    'tls.interception': 16,
    'net.firewall': 10,
    'tls.version': 12,
    'portal.down': 8,
  }),
  {
    id: 'R22b',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => net === 'SSL_PROTOCOL_ERROR' && ctrl === 'ok',
    weights: { 'portal.down': 12, 'tls.interception': -10, 'net.firewall': -4 },
  },
  {
    id: 'R22c',
    signals: ['ctrl', 'net'],
    when: ({ net, ctrl }) => net === 'SSL_PROTOCOL_ERROR' && ctrl === 'cert',
    weights: { 'tls.interception': 12 },
  },
  {
    id: 'R23',
    signals: ['net'],
    when: ({ net = '' }) => /SSL_CLIENT_AUTH|BAD_SSL_CLIENT/.test(net),
    weights: { 'tls.client_cert': 45, 'token.driver': 10 },
  },
  whenIs('R24', 'redirect', 'offsite', { 'net.captive': 30, 'user.phishing': 3 }),
  whenIs('R25', 'redirect', 'login', { 'session.expired': 14, 'session.hung': 6 }),
  whenIs('R26', 'ctrl', 'redirect', { 'net.captive': 20 }),
  whenIs('R27', 'ctrl', 'fail', {
    'net.offline': 14,
    'net.dns': 10,
    'net.firewall': 6,
    'net.proxy': 6,
  }),
  whenIs('R28', 'ctrl', 'cert', { 'tls.interception': 12, 'tls.clock': 6, 'os.roots_old': 6 }),
];
