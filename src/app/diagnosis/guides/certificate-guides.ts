/** What only the SAT can do about an e.firma, and what only the person can do in the portal. */
import { guideOf } from './guide-of.tsx';

export const ReplaceCertificate = guideOf([
  { says: 'guide_replace_try', screen: 'certificados', named: 'nav_certificados' },
  'guide_replace_appointment',
  'guide_renew_bring',
  { says: 'guide_replace_steps', screen: 'tramites', named: 'nav_tramites' },
  { says: 'guide_renew_add', screen: 'certificados', named: 'nav_certificados' },
  'guide_replace_tell',
]);

export const AskAboutCertificate = guideOf(['guide_ask_keep', 'guide_ask_call', 'guide_ask_wait']);

export const PlaceFiles = guideOf(
  [
    'guide_place_cer',
    'guide_place_key',
    { says: 'guide_place_picture', screen: 'llenarlo-yo', named: 'fill_own_hands' },
  ],
  { isWorkedIn: true },
);
