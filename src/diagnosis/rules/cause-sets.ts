/** The sets of causes that one layer of the evidence speaks of as a whole. */
import { accountCauses } from '../causes/account.ts';
import { certificateCauses } from '../causes/certificate.ts';
import { extensionsCauses } from '../causes/extensions.ts';
import type { CauseId } from '../causes/index.ts';
import { keyCauses } from '../causes/key.ts';
import { networkCauses } from '../causes/network.ts';
import { passwordCauses } from '../causes/password.ts';
import { sessionCauses } from '../causes/session.ts';
import { tlsCauses } from '../causes/tls.ts';

export const idsOf = <Id extends CauseId>(rows: readonly { readonly id: Id }[]): Id[] =>
  rows.map(({ id }) => id);

/** A portal may be given these although the files fit here. */
const atThePortalOnly: readonly CauseId[] = ['key.plain_or_pem', 'pwd.autofill', 'pwd.keyboard'];

const keyAndPassword = [...idsOf(keyCauses), ...idsOf(passwordCauses)];

/** The files and their password. */
export const ownFiles: readonly CauseId[] = [...idsOf(certificateCauses), ...keyAndPassword];

/** What cannot be so when certificate, private key and password were tried and fit together. */
export const disprovedByFit: readonly CauseId[] = [
  'cert.expired',
  'cert.is_csd',
  'cert.wrong_file',
  'cert.npie_expired',
  'cert.corrupt',
  'cert.untrusted',
  'cert.not_yet',
  'cert.test_ca',
  ...keyAndPassword.filter((id) => !atThePortalOnly.includes(id)),
];

/** What can only go wrong once the portal's page is there. */
export const afterLoad: readonly CauseId[] = [
  ...ownFiles,
  ...idsOf(accountCauses),
  ...idsOf(sessionCauses),
  'ext.blocker',
  'ext.interference',
  'ext.injector',
  'ext.own_duplicate',
  'ext.ua_spoof',
  'set.popups_blocked',
  'set.cookies_blocked',
  'set.js_off',
  'set.autodownload',
  'portal.widget_down',
  'portal.revocation_service',
  'portal.wrong_expiry',
  'portal.changed',
  'user.captcha',
  'user.other_files',
];

/** What a portal that breaks down has not come to judge. */
export const beyondBreakdown: readonly CauseId[] = [
  ...ownFiles,
  ...idsOf(accountCauses),
  ...idsOf(extensionsCauses),
];

/** What a portal that answers with a judgement of the files has behind it. */
export const beforeJudgement: readonly CauseId[] = [
  ...idsOf(networkCauses),
  ...idsOf(tlsCauses),
  'portal.down',
  'portal.maintenance',
];
