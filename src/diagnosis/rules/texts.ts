import { beforeJudgement, ownFiles } from './cause-sets.ts';
import { isJudgement } from '../is-judgement.ts';
import { mask, whenIs, type Rule } from './rule.ts';

/** What the portal itself says. */
export const textRules: readonly Rule[] = [
  {
    // What it judged has arrived: nothing that keeps a form from it was in the way.
    id: 'T00',
    signals: ['text'],
    when: ({ text }) => isJudgement(text),
    weights: mask(['portal.widget_down'], -25),
  },
  // The e.firma that is judged here is the one that was given to it.
  whenIs(
    'T00b',
    'filled',
    true,
    mask(['user.other_files', 'pwd.confused', 'pwd.autofill', 'pwd.keyboard', 'cert.swap'], -30),
  ),
  whenIs('T01', 'text', 'trio_invalid', {
    'pwd.wrong': 14,
    'pwd.caps': 8,
    'pwd.confused': 10,
    'key.mismatch': 14,
    'cert.is_csd': 6,
    'cert.corrupt': 6,
    'key.corrupt': 6,
    'pwd.autofill': 8,
    'cert.swap': 8,
    'pwd.forgotten': 6,
    'pwd.keyboard': 6,
    'cert.pem': 6,
    'key.plain_or_pem': 6,
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
      'user.other_files': 22,
      'pwd.confused': 18,
      'acc.rfc_mismatch': 4,
    },
  },
  whenIs('T02', 'text', 'revoked', {
    'cert.revoked': 35,
    'cert.superseded': 14,
    'cert.revoked_by_error': 14,
  }),
  {
    id: 'T02b',
    signals: ['text', 'revocation'],
    when: ({ text, revocation }) => text === 'revoked' && revocation === 'good',
    weights: {
      'portal.revocation_service': 40,
      'cert.revoked_by_error': 14,
      'cert.revoked': -20,
    },
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
  {
    // Its dates were judged by the portal's own clock; what the portal was given may be other files.
    id: 'T03b',
    signals: ['certByServerTime', 'text', 'cert'],
    when: ({ text, cert, certByServerTime }) =>
      text === 'not_valid_date' && cert === 'ok' && certByServerTime === 'ok',
    weights: {
      'user.other_files': 34,
      'portal.wrong_expiry': 20,
      // The one before a renewal, which the account has still, may have expired.
      'acc.efirma_not_updated': 11,
      'cert.expired': -20,
    },
  },
  {
    // It was given that very e.firma. Likely, not proved: of a revoked one it may say the same.
    id: 'T03c',
    signals: ['certByServerTime', 'text', 'cert', 'filled'],
    when: ({ text, cert, certByServerTime, filled }) =>
      text === 'not_valid_date' && cert === 'ok' && certByServerTime === 'ok' && filled === true,
    weights: { 'portal.wrong_expiry': 6 },
  },
  {
    // Enough to look whether it is, not to say so.
    id: 'T03d',
    signals: ['certByServerTime', 'text', 'cert', 'revocation'],
    when: ({ text, cert, certByServerTime, revocation }) =>
      text === 'not_valid_date' &&
      cert === 'ok' &&
      certByServerTime === 'ok' &&
      revocation !== 'good',
    weights: { 'cert.revoked': 14 },
  },
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
    'acc.rep_not_linked': 10,
    'cert.moral': 8,
    'acc.idse_user': 4,
  }),
  {
    // Nobody types an RFC there: employers are entered for by whoever represents them. It may also
    // be another's e.firma that was taken: close enough for one to come up beside the other.
    id: 'T06b',
    signals: ['text', 'portal'],
    when: ({ text, portal }) => text === 'rfc_mismatch' && portal === 'idse',
    weights: { 'acc.rep_not_linked': 14, 'acc.rfc_mismatch': -12 },
  },
  {
    // What it is compared with may as well be the RFC of the account.
    id: 'T06d',
    signals: ['rfcTyped', 'text', 'portal'],
    when: ({ text, rfcTyped, portal }) =>
      text === 'rfc_mismatch' && rfcTyped === 'same' && portal !== 'idse',
    weights: { 'acc.rep_not_linked': 6, 'acc.rfc_mismatch': -6 },
  },
  whenIs('T06c', 'text', 'curp_wrong', {
    'acc.curp_wrong': 40,
    'cert.moral': 8,
    'cert.no_curp': 4,
  }),
  whenIs('T07', 'text', 'no_role', { 'acc.no_role': 40, 'cert.moral': 10 }),
  whenIs('T07b', 'text', 'no_imss_number', { 'acc.no_imss_number': 42, 'acc.no_role': 12 }),
  whenIs('T08', 'text', 'privileges', {
    'acc.privileges': 32,
    'cert.revoked': 12,
    'session.hung': 10,
  }),
  whenIs('T09', 'text', 'session_invalid', {
    'session.hung': 24,
    'session.expired': 20,
    'token.reused': 10,
    ...mask(ownFiles, -10),
  }),
  whenIs('T10', 'text', 'service_unavailable', {
    'portal.down': 28,
    'portal.maintenance': 8,
    ...mask(ownFiles, -10),
  }),
  // The portal works, and says that what signs for it does not answer.
  whenIs('T10b', 'text', 'widget_unavailable', {
    'portal.widget_down': 32,
    'portal.down': 8,
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
    'acc.sync_wait': 6,
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
  {
    // No newer one comes out for it: to look for an update leads nowhere.
    id: 'T21c',
    signals: ['text', 'os', 'lag'],
    when: ({ text, os, lag }) => text === 'blank' && os === 'unsupported' && lag === 'obsolete',
    weights: { 'os.unsupported': 16, 'brw.outdated': -6 },
  },
  whenIs('T22', 'text', 'file_api', { 'brw.unsupported': 40, 'brw.outdated': 14 }),
  whenIs('T23', 'text', 'insecure_conn', {
    'tls.interception': 8,
    'tls.clock': 8,
    'tls.version': 8,
  }),
  whenIs('T24', 'text', 'unreachable', {
    'portal.down': 6,
    'net.dns': 8,
    'net.offline': 6,
    'net.firewall': 8,
    ...mask(ownFiles, -10),
  }),
  // The page could not read what came back: something of nobody's came between.
  whenIs('T25', 'text', 'answer_unread', { 'ext.interference': 24, 'portal.changed': 8 }),
  whenIs('T26', 'text', 'frame_missing', {
    'ext.blocker': 20,
    'portal.changed': 12,
    'portal.widget_down': 12,
  }),
  whenIs('T27', 'text', 'file_absent', { 'user.file_unavailable': 20, 'key.missing': 8 }),
  whenIs('T28', 'text', 'java_timeout', { 'brw.java_legacy': 35 }),
];
