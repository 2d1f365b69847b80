import type { PersonalPortalId } from '../../portals/index.ts';
import type { Evidence, SignalName } from '../evidence.ts';
import { disprovedByFit, ownFiles } from './cause-sets.ts';
import { mask, whenIs, type Rule } from './rule.ts';
import { syncMinutes } from '../sync-minutes.ts';

/** Portals where a person signs for themselves, never a company. */
const personalPortals: readonly string[] = Object.keys({
  'escritorio-virtual': true,
} satisfies Record<PersonalPortalId, true>);

/** The portal is out of reach or out of service: it cannot have judged the files. */
function isOutage({ net, online, redirect, http = 0, text }: Evidence): boolean {
  return (
    !!net ||
    online === false ||
    redirect === 'offsite' ||
    [502, 503, 504].includes(http) ||
    text === 'maintenance' ||
    text === 'service_unavailable' ||
    text === 'widget_unavailable'
  );
}

const pageSignals = [
  'chunkError',
  'swStale',
  'blockedByClient',
  'foreignMsg',
  'text',
] as const satisfies readonly SignalName[];

/** The page broke before the portal could judge a date; and it judges by its own clock. */
function isBrokenBefore({
  chunkError,
  swStale,
  blockedByClient = 0,
  foreignMsg = 0,
  text,
}: Evidence): boolean {
  return (
    chunkError === true ||
    swStale === true ||
    blockedByClient > 0 ||
    foreignMsg > 0 ||
    text === 'blank'
  );
}

/** The files, their password, and what was proved of them on this computer. */
/** What portals say of certificates, or where they say nothing of what it was. */
const ofCertificates: ReadonlySet<Evidence['text']> = new Set([
  'trio_invalid',
  'revoked',
  'revoked_or_expired',
  'not_valid_date',
  'cert_invalid',
  'auth_generic',
]);

export const credentialRules: readonly Rule[] = [
  {
    // They may be wrong all the same, and that is told; but today's failure is another.
    id: 'R79',
    signals: ['net', 'online', 'redirect', 'http', 'text'],
    when: isOutage,
    weights: mask(ownFiles, -60),
  },
  {
    id: 'R80',
    signals: ['cert', 'npie'],
    when: ({ cert, npie }) => cert === 'expired' && !npie,
    weights: { 'cert.expired': 60 },
  },
  {
    id: 'R80b',
    signals: ['cert', 'npie'],
    when: ({ cert, npie }) => cert === 'expired' && npie === true,
    weights: { 'cert.npie_expired': 60 },
  },
  {
    id: 'R80c',
    signals: ['certByServerTime', 'cert', 'npie'],
    when: ({ certByServerTime, cert, npie }) =>
      certByServerTime === 'expired' && cert !== 'expired' && !npie,
    weights: { 'cert.expired': 60 },
  },
  {
    id: 'R80d',
    signals: ['certByServerTime', 'cert', 'npie'],
    when: ({ certByServerTime, cert, npie }) =>
      certByServerTime === 'expired' && cert !== 'expired' && npie === true,
    weights: { 'cert.npie_expired': 60 },
  },
  whenIs('R81', 'cert', 'not_yet', { 'cert.not_yet': 50 }),
  {
    id: 'R81b',
    signals: ['skew', 'cert', 'certByServerTime'],
    when: ({ cert, certByServerTime, skew = 0 }) =>
      cert === 'not_yet' && (certByServerTime ? certByServerTime === 'ok' : skew < -3600),
    weights: { 'tls.clock': 60, 'cert.not_yet': -50 },
  },
  {
    id: 'R81e',
    signals: ['cert', 'certByServerTime', ...pageSignals],
    when: ({ cert, certByServerTime, ...page }) =>
      (cert === 'not_yet' || cert === 'expired') &&
      certByServerTime === 'ok' &&
      isBrokenBefore(page),
    weights: { 'tls.clock': -75 },
  },
  {
    id: 'R81c',
    signals: ['skew', 'certByServerTime', 'cert'],
    when: ({ cert, certByServerTime }) => cert === 'expired' && certByServerTime === 'ok',
    weights: { 'tls.clock': 75, 'cert.expired': -50, 'cert.npie_expired': -50 },
  },
  {
    id: 'R81d',
    signals: ['certByServerTime', 'cert'],
    when: ({ cert, certByServerTime }) => certByServerTime === 'not_yet' && cert !== 'not_yet',
    weights: { 'cert.not_yet': 50 },
  },
  whenIs('R82', 'cert', 'csd', { 'cert.is_csd': 60 }),
  whenIs('R83', 'cert', 'test_ca', { 'cert.test_ca': 60 }),
  whenIs('R84', 'cert', 'unknown_issuer', { 'cert.untrusted': 50 }),
  whenIs('R85', 'cert', 'parse_error', { 'cert.corrupt': 55 }),
  whenIs('R86', 'cert', 'wrong_type', { 'cert.wrong_file': 60 }),
  whenIs('R87', 'weak', true, { 'cert.weak_alg': 25 }),
  {
    id: 'R87b',
    signals: ['noCurp', 'text'],
    when: ({ noCurp, text }) => noCurp === true && text === 'curp_wrong',
    weights: { 'cert.no_curp': 48 },
  },
  whenIs('R88', 'superseded', true, { 'cert.superseded': 25 }),
  {
    id: 'R88b',
    signals: ['superseded', 'text'],
    when: ({ superseded, text }) => superseded === true && ofCertificates.has(text),
    weights: { 'cert.superseded': 20 },
  },
  {
    // The older one is valid until the SAT takes it back: then it is good, and yet portals may
    // have been told of the newer one.
    id: 'R88c',
    signals: ['superseded', 'revocation'],
    when: ({ superseded, revocation }) => superseded === true && revocation === 'good',
    weights: { 'cert.superseded': -15 },
  },
  whenIs('R89', 'revocation', 'revoked', {
    'cert.revoked': 65,
    'cert.revoked_by_error': 20,
    'cert.superseded': 20,
  }),
  whenIs('R89b', 'revocation', 'suspended', { 'cert.suspended': 60 }),
  whenIs('R90', 'key', 'mismatch', { 'key.mismatch': 60 }),
  whenIs('R91', 'key', 'parse_error', { 'key.corrupt': 55 }),
  whenIs('R92', 'key', 'unsupported', { 'key.unsupported': 55 }),
  whenIs('R93', 'key', 'absent', { 'key.missing': 45 }),
  whenIs('R94', 'pfx', 'incomplete', { 'pfx.incomplete': 60 }),
  {
    id: 'R95',
    signals: ['pwd', 'pwdVariant'],
    when: ({ pwd, pwdVariant }) => pwd === 'wrong' && !pwdVariant,
    weights: { 'pwd.wrong': 50, 'pwd.confused': 20 },
  },
  {
    // A slip that opens the private key is the whole explanation.
    id: 'R95b',
    signals: ['pwd', 'pwdVariant'],
    when: ({ pwd, pwdVariant }) => pwd === 'wrong' && !!pwdVariant,
    weights: { 'pwd.wrong': 30, 'pwd.confused': 20 },
  },
  whenIs('R96', 'pwdVariant', 'caps', { 'pwd.caps': 70 }),
  whenIs('R97', 'pwdVariant', 'spaces', { 'pwd.spaces': 70 }),
  whenIs('R98', 'pwdVariant', 'encoding', { 'pwd.encoding': 75 }),
  {
    id: 'R99',
    signals: ['cert', 'key', 'pwd', 'certByServerTime'],
    when: ({ cert, certByServerTime = 'ok', key, pwd }) =>
      cert === 'ok' && certByServerTime === 'ok' && key === 'ok' && pwd === 'ok',
    weights: mask(disprovedByFit, -25),
  },
  whenIs('R100', 'revocation', 'good', { 'cert.revoked': -25 }),
  {
    id: 'R101',
    signals: ['holder', 'portal'],
    when: ({ holder, portal = '' }) => holder === 'moral' && personalPortals.includes(portal),
    weights: { 'cert.moral': 22 },
  },
  {
    // The role that is missing is one that no company has there.
    id: 'R101b',
    signals: ['holder', 'portal', 'text'],
    when: ({ holder, portal = '', text }) =>
      holder === 'moral' && personalPortals.includes(portal) && text === 'no_role',
    weights: { 'cert.moral': 20, 'acc.no_role': -10 },
  },
  whenIs('R102', 'rfcTyped', 'differs', { 'acc.rfc_mismatch': 45 }),
  {
    id: 'R103',
    signals: ['certAgeDays'],
    when: ({ certAgeDays = Infinity }) => certAgeDays < 60,
    weights: { 'acc.efirma_not_updated': 12, 'cert.superseded': 2 },
  },
  {
    // Who renewed long ago has had the time to tell the institute.
    id: 'R103b',
    signals: ['certAgeDays'],
    when: ({ certAgeDays = 0 }) => certAgeDays >= 180,
    weights: { 'acc.efirma_not_updated': -6 },
  },
  {
    id: 'R104',
    signals: ['registeredMin'],
    when: ({ registeredMin = Infinity }) => registeredMin < syncMinutes,
    weights: { 'acc.sync_wait': 40 },
  },
  {
    id: 'R104b',
    signals: ['registeredMin'],
    when: ({ registeredMin = 0 }) => registeredMin >= syncMinutes,
    weights: { 'acc.sync_wait': -20 },
  },
  whenIs('R104f', 'noEfirma', true, { 'cred.not_here': 36 }),
  whenIs('R105', 'fileRead', 'fail', { 'user.file_unavailable': 50 }),
];
