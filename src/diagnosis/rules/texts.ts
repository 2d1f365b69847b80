import { beforeJudgement, ownFiles } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';

/** What the portal itself says. */
export const textRules: readonly Rule[] = [
  whenIs('T01', 'text', 'trio_invalid', {
    'pwd.wrong': 14,
    'pwd.caps': 8,
    'pwd.confused': 10,
    'key.mismatch': 14,
    'cert.is_csd': 6,
    'cert.corrupt': 6,
    'key.corrupt': 6,
    ...mask(beforeJudgement, -8),
  }),
  {
    id: 'T01b',
    signals: ['text', 'cert', 'key', 'pwd'],
    when: ({ text, cert, key, pwd }) =>
      text === 'trio_invalid' && cert === 'ok' && key === 'ok' && pwd === 'ok',
    weights: {
      'cache.stale': 12,
      'ext.interference': 14,
      'session.two_tabs': 4,
      'portal.revocation_service': 4,
      'pwd.confused': 18,
      'acc.rfc_mismatch': 4,
    },
  },
  whenIs('T02', 'text', 'revoked', { 'cert.revoked': 35, 'cert.superseded': 14 }),
  {
    id: 'T02b',
    signals: ['text', 'revocation'],
    when: ({ text, revocation }) => text === 'revoked' && revocation === 'good',
    weights: { 'portal.revocation_service': 40, 'cert.revoked': -20 },
  },
  whenIs('T02c', 'text', 'revoked_or_expired', {
    'cert.revoked': 15,
    'cert.expired': 15,
    'cert.superseded': 8,
    'cert.npie_expired': 6,
  }),
  whenIs('T03', 'text', 'not_valid_date', {
    'cert.expired': 30,
    'cert.npie_expired': 14,
    'tls.clock': 2,
  }),
  whenIs('T04', 'text', 'not_registered', {
    'acc.not_registered': 30,
    'acc.efirma_not_updated': 16,
    'acc.sync_wait': 8,
  }),
  whenIs('T05', 'text', 'curp_registered', {
    'acc.curp_registered': 40,
    'acc.efirma_not_updated': 12,
  }),
  whenIs('T06', 'text', 'rfc_mismatch', {
    'acc.rfc_mismatch': 30,
    'cert.moral': 8,
    'acc.idse_user': 4,
  }),
  whenIs('T07', 'text', 'no_role', { 'acc.no_role': 40, 'cert.moral': 10 }),
  whenIs('T08', 'text', 'privileges', {
    'acc.privileges': 32,
    'cert.revoked': 12,
    'session.hung': 10,
  }),
  whenIs('T09', 'text', 'session_invalid', {
    'session.hung': 24,
    'session.expired': 20,
    ...mask(ownFiles, -10),
  }),
  whenIs('T10', 'text', 'service_unavailable', {
    'portal.down': 28,
    'portal.maintenance': 8,
    ...mask(ownFiles, -10),
  }),
  whenIs('T11', 'text', 'maintenance', { 'portal.maintenance': 45, ...mask(ownFiles, -15) }),
  whenIs('T12', 'text', 'idse_credentials', {
    'acc.idse_user': 30,
    'pwd.confused': 8,
    'acc.idse_blocked': 4,
  }),
  whenIs('T13', 'text', 'account_blocked', { 'acc.idse_blocked': 45 }),
  whenIs('T14', 'text', 'captcha', { 'user.captcha': 45 }),
  whenIs('T15', 'text', 'key_mismatch', { 'key.mismatch': 38 }),
  whenIs('T16', 'text', 'is_csd', { 'cert.is_csd': 45 }),
  whenIs('T17', 'text', 'cert_invalid', {
    'cert.untrusted': 16,
    'cert.is_csd': 12,
    'cert.corrupt': 8,
    'cert.test_ca': 6,
    'cert.revoked': 6,
    'cert.superseded': 4,
  }),
  whenIs('T18', 'text', 'auth_generic', {
    'acc.not_registered': 10,
    'acc.efirma_not_updated': 10,
    'acc.no_role': 8,
    'session.hung': 6,
    'portal.intermittent': 4,
  }),
  whenIs('T19', 'text', 'revocation_unavailable', { 'portal.revocation_service': 50 }),
  whenIs('T20', 'text', 'buzon_not_enabled', { 'acc.buzon_not_enabled': 45 }),
  whenIs('T21', 'text', 'blank', {
    'cache.stale': 10,
    'ext.blocker': 6,
    'set.js_off': 8,
    'portal.down': 6,
    'brw.unsupported': 8,
    'brw.outdated': 6,
  }),
  {
    id: 'T21b',
    signals: ['text', 'lag'],
    when: ({ text, lag }) => text === 'blank' && lag === 'obsolete',
    // Likely, not proved: a page may be blank for much else.
    weights: { 'brw.outdated': 5 },
  },
  whenIs('T22', 'text', 'file_api', { 'brw.unsupported': 40, 'brw.outdated': 14 }),
  whenIs('T23', 'text', 'insecure_conn', {
    'tls.interception': 8,
    'tls.clock': 8,
    'tls.version': 8,
  }),
];
