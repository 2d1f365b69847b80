/** What only the institute can change of an account: where to ask, and for what. */
import { guideOf, type Step } from './guide-of.tsx';

const escritorio: Step = { says: 'guide_account_open', portal: 'escritorio-virtual' };
const idse: Step = { says: 'guide_account_open', portal: 'idse' };
const buzon: Step = { says: 'guide_account_open', portal: 'buzon-imss' };

export const UpdateAccount = guideOf([
  escritorio,
  'guide_account_changed',
  'guide_account_sign_new',
  'guide_account_call',
]);

export const RegisterAccount = guideOf([
  'guide_account_have',
  escritorio,
  'guide_account_create',
  'guide_account_company',
  'guide_account_half_hour',
]);

export const EnableMailbox = guideOf([
  buzon,
  'guide_mailbox_enable',
  'guide_mailbox_contact',
  'guide_account_call',
]);

export const RecoverIdseAccess = guideOf([
  'guide_idse_stop',
  'guide_idse_which',
  idse,
  'guide_idse_recover',
  'guide_account_call',
]);

export const RestartIdseRequest = guideOf([idse, 'guide_idse_restart', 'guide_idse_days']);

export const AskForAccess = guideOf([
  'guide_access_office',
  'guide_access_say',
  'guide_access_bring',
]);

export const LinkRepresentative = guideOf([
  'guide_representative_check',
  'guide_representative_register',
  'guide_access_bring',
]);

export const CheckSatAccount = guideOf([
  'guide_sat_close',
  { says: 'guide_sat_enter', portal: 'sat-portal' },
  'guide_sat_call',
]);
