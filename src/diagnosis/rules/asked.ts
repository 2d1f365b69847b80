import { accountCauses } from '../causes/account.ts';
import type { Evidence } from '../evidence.ts';
import { idsOf, ownFiles } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';

/** What somebody else's trouble would be: it goes wherever the portal is opened from. */
const everywhere = {
  'portal.down': 10,
  'portal.maintenance': 6,
  'portal.widget_down': 6,
  'tls.portal_cert': 6,
} as const;

const isToldRevoked = ({ revocation, text }: Evidence) =>
  revocation === 'revoked' || (text === 'revoked' && revocation !== 'good');

/** What only the person knows, as they answer when asked. */
export const askedRules: readonly Rule[] = [
  {
    id: 'Q01',
    signals: ['vpn', 'http'],
    when: ({ http, vpn }) => http === 403 && vpn === true,
    weights: { 'net.vpn_geo': 16 },
  },
  {
    // Abroad, for all that the portal can see.
    id: 'Q01b',
    signals: ['vpn', 'net'],
    when: ({ net = '', vpn }) => vpn === true && /^(?:CONNECTION_|EMPTY|TIMED|NAME_)/.test(net),
    weights: { 'net.vpn_geo': 20 },
  },
  whenIs('Q01d', 'vpn', true, { 'net.vpn_geo': 8 }),
  whenIs('Q01c', 'vpn', false, { 'net.vpn_geo': -25 }),
  whenIs('Q02', 'token', true, {
    'token.driver': 40,
    'key.missing': -10,
    'key.mismatch': -10,
    'pwd.wrong': -6,
  }),
  whenIs('Q02b', 'token', false, { 'token.driver': -20, 'tls.client_cert': -6 }),
  whenIs('Q03', 'entered', 'with_this', {
    'acc.efirma_not_updated': -25,
    'acc.not_registered': -25,
  }),
  whenIs('Q03b', 'entered', 'with_older', {
    'acc.efirma_not_updated': 15,
    'acc.not_registered': -15,
  }),
  whenIs('Q03c', 'entered', 'never', {
    'acc.not_registered': 12,
    'acc.efirma_not_updated': -10,
  }),
  whenIs('Q04', 'pwdTyped', ['of_sat', 'of_idse'], { 'pwd.confused': 40, 'pwd.wrong': -10 }),
  whenIs('Q04b', 'pwdTyped', 'forgotten', { 'pwd.forgotten': 45, 'pwd.wrong': -6 }),
  whenIs('Q04c', 'pwdTyped', 'of_key', { 'pwd.confused': -20, 'pwd.forgotten': -20 }),
  whenIs('Q05', 'pwdEntry', 'typed', { 'pwd.caps': 4, 'pwd.autofill': -20, 'pwd.keyboard': -10 }),
  whenIs('Q05b', 'pwdEntry', 'other_keyboard', { 'pwd.keyboard': 34, 'pwd.wrong': -6 }),
  whenIs('Q05c', 'pwdEntry', 'pasted', { 'pwd.spaces': 14, 'pwd.caps': -10, 'pwd.wrong': -6 }),
  whenIs('Q05d', 'pwdEntry', 'autofill', { 'pwd.autofill': 34, 'pwd.caps': -10, 'pwd.wrong': -6 }),
  whenIs('Q06', 'slots', 'swapped', { 'cert.swap': 45, 'pwd.wrong': -10, 'key.mismatch': -10 }),
  whenIs('Q06b', 'slots', 'right', { 'cert.swap': -25 }),
  whenIs('Q07', 'converted', 'cert', { 'cert.pem': 40, 'key.mismatch': -6, 'pwd.wrong': -6 }),
  whenIs('Q07b', 'converted', 'key', {
    'key.plain_or_pem': 40,
    'key.mismatch': -6,
    'pwd.wrong': -6,
  }),
  whenIs('Q07c', 'converted', 'none', { 'cert.pem': -20, 'key.plain_or_pem': -20 }),
  {
    // A renewal revokes the one before it, and nobody asks for that; nor for what the SAT did to
    // thousands by mistake in October 2024.
    id: 'Q08',
    signals: ['askedRevocation', 'newerEfirma', 'revocation', 'text', 'superseded'],
    when: ({ askedRevocation, newerEfirma, superseded, ...told }) =>
      askedRevocation === false &&
      newerEfirma === undefined &&
      superseded !== true &&
      isToldRevoked(told),
    weights: { 'cert.revoked_by_error': 38, 'cert.superseded': 34, 'cert.revoked': -30 },
  },
  {
    id: 'Q08c',
    signals: ['askedRevocation', 'newerEfirma', 'revocation', 'text', 'superseded'],
    when: ({ askedRevocation, newerEfirma, superseded, ...told }) =>
      askedRevocation === false &&
      newerEfirma === false &&
      superseded !== true &&
      isToldRevoked(told),
    weights: { 'cert.revoked_by_error': 60, 'cert.revoked': -30 },
  },
  {
    id: 'Q08d',
    signals: ['newerEfirma', 'revocation', 'text'],
    when: ({ newerEfirma, ...told }) => newerEfirma === true && isToldRevoked(told),
    weights: { 'cert.superseded': 50, 'cert.revoked': -25, 'cert.revoked_by_error': -25 },
  },
  whenIs('Q08b', 'askedRevocation', true, { 'cert.revoked_by_error': -30 }),
  whenIs('Q09', 'linked', false, { 'acc.rep_not_linked': 34, 'acc.rfc_mismatch': -6 }),
  whenIs('Q09b', 'linked', true, { 'acc.rep_not_linked': -25 }),
  whenIs('Q10', 'requestPending', true, {
    'acc.request_expired': 40,
    'acc.idse_user': -10,
    'acc.not_registered': -6,
  }),
  whenIs('Q10b', 'requestPending', false, { 'acc.request_expired': -20 }),
  whenIs('Q11', 'cameBack', true, {
    'token.reused': 34,
    'session.hung': -6,
    'session.expired': -6,
  }),
  whenIs('Q11b', 'cameBack', false, { 'token.reused': -20 }),
  whenIs('Q12', 'rightPortal', false, {
    'user.wrong_portal': 45,
    ...mask(idsOf(accountCauses), -10),
  }),
  whenIs('Q12b', 'rightPortal', true, { 'user.wrong_portal': -25 }),
  whenIs('Q13', 'downloads', 'fail', {
    'set.autodownload': 45,
    'set.popups_blocked': 6,
    ...mask(ownFiles, -25),
    ...mask(idsOf(accountCauses), -25),
  }),
  whenIs('Q13b', 'downloads', 'ok', { 'set.autodownload': -20 }),
  whenIs('Q14', 'otherNetwork', 'ok', {
    'net.firewall': 12,
    'net.proxy': 8,
    'net.dns': 8,
    'net.dns_portal_only': 8,
    'net.hosts_hijack': 8,
    'net.vpn_geo': 6,
    'tls.interception': 8,
    'portal.down': -25,
    'portal.maintenance': -20,
    'portal.widget_down': -20,
    'tls.portal_cert': -20,
    'tls.incomplete_chain': -15,
  }),
  whenIs('Q14b', 'otherNetwork', 'fail', {
    ...everywhere,
    'net.firewall': -20,
    'net.proxy': -15,
    'net.dns': -15,
    'net.hosts_hijack': -15,
    'tls.interception': -15,
  }),
  whenIs('Q15', 'otherProfile', 'ok', {
    'brw.profile_corrupt': 24,
    'ext.injector': 18,
    'ext.blocker': 10,
    'ext.interference': 10,
    'cache.stale': 8,
    'session.hung': 8,
    'sw.stale': 6,
    'portal.down': -20,
    'portal.changed': -15,
    ...mask(ownFiles, -15),
    ...mask(idsOf(accountCauses), -15),
  }),
  whenIs('Q15b', 'otherProfile', 'fail', {
    'portal.changed': 4,
    'portal.down': 4,
    'brw.profile_corrupt': -20,
    'ext.injector': -20,
    'ext.blocker': -15,
    'ext.interference': -15,
    'cache.stale': -15,
    'session.hung': -10,
    'sw.stale': -15,
  }),
  {
    // Neither an extension nor anything old that it kept: what is left is the profile itself.
    id: 'Q15c',
    signals: ['otherProfile', 'extScore'],
    when: ({ otherProfile, extScore }) => otherProfile === 'ok' && extScore === 0,
    weights: { 'brw.profile_corrupt': 12 },
  },
  whenIs('Q16', 'hostsEdited', true, {
    'net.hosts_hijack': 44,
    'portal.down': -6,
    'net.firewall': -6,
    'net.dns_portal_only': -6,
  }),
  whenIs('Q16b', 'hostsEdited', false, { 'net.hosts_hijack': -20 }),
];
