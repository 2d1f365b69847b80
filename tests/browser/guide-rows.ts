/** What each guide has to show, read from the sources of its facts and not from its code. */
import type { RepairId } from '../../src/diagnosis/index.ts';

export interface GuideRow {
  /** Locale keys, in order; `{system}` is the one that was chosen. */
  steps: readonly string[];
  /** Which steps have a drawing under them, from 1. */
  pictured?: readonly number[];
  /** Pages of others, whole: each opens in a tab of its own, when it is pressed. */
  outside?: readonly string[];
  /** Screens of ours. */
  screens?: readonly string[];
  /** What is copied in one press. */
  copies?: (person: { rfc: string; curp?: string }) => readonly (string | undefined)[];
  /** Words to send to somebody, copied whole. */
  hasLetter?: true;
  /** Its steps are those of one system, and there are others. */
  isOfSystem?: true;
}

export const guideRows: Partial<Record<RepairId, GuideRow>> = {
  'update-browser': {
    steps: [
      'guide_update_copy',
      'guide_update_paste',
      'guide_update_menu',
      'guide_update_wait',
      'guide_update_return',
    ],
    pictured: [3],
    copies: () => ['chrome://settings/help'],
  },
  'renew-certificate': {
    steps: ['guide_renew_certifica', 'guide_renew_certisat', 'guide_renew_add_here'],
    outside: ['https://portalsat.plataforma.sat.gob.mx/certifica/'],
  },
  'wait-until-valid': {
    steps: ['guide_wait_until', 'guide_wait_clock', 'guide_wait_return'],
  },
  'set-clock': {
    steps: ['guide_clock_{system}', 'guide_clock_automatic', 'guide_clock_return'],
    pictured: [1, 2],
    isOfSystem: true,
  },
  'watch-portal': {
    steps: ['reminder_how_portal', 'reminder_where', 'reminder_how_long'],
  },
  'wait-a-while': {
    steps: ['reminder_how_time', 'reminder_where'],
  },
  'choose-certificate': {
    steps: ['guide_efirma_look', 'guide_efirma_same', 'guide_efirma_fill'],
    screens: ['#/certificados'],
  },
  'reinstall-certificate': {
    steps: [
      'guide_files_find',
      'guide_files_cloud',
      'guide_files_certisat',
      'guide_files_key',
      'guide_files_bring',
    ],
    screens: ['#/tramites'],
  },
  'replace-certificate': {
    steps: [
      'guide_replace_try',
      'guide_replace_appointment',
      'guide_renew_bring',
      'guide_replace_steps',
      'guide_renew_add',
      'guide_replace_tell',
    ],
    screens: ['#/certificados', '#/tramites', '#/certificados'],
  },
  'ask-about-certificate': {
    steps: ['guide_ask_keep', 'guide_ask_call', 'guide_ask_wait'],
  },
  'place-files': {
    steps: ['guide_place_cer', 'guide_place_key', 'guide_place_picture'],
    screens: ['#/llenarlo-yo'],
  },
  'type-password': {
    steps: [
      'guide_password_which',
      'guide_password_by_hand',
      'guide_password_see',
      'guide_password_try',
      'guide_password_accents',
    ],
  },
  'update-account': {
    steps: [
      'guide_account_open',
      'guide_account_changed',
      'guide_account_sign_new',
      'guide_account_call',
    ],
    outside: ['https://serviciosdigitales.imss.gob.mx/portal-web/portal'],
  },
  'register-account': {
    steps: [
      'guide_account_have',
      'guide_account_open',
      'guide_account_create',
      'guide_account_company',
      'guide_account_half_hour',
    ],
    outside: ['https://serviciosdigitales.imss.gob.mx/portal-web/portal'],
  },
  'enable-mailbox': {
    steps: [
      'guide_account_open',
      'guide_mailbox_enable',
      'guide_mailbox_contact',
      'guide_account_call',
    ],
    outside: ['https://buzon.imss.gob.mx/buzonimss/login'],
  },
  'recover-idse-access': {
    steps: [
      'guide_idse_stop',
      'guide_idse_which',
      'guide_account_open',
      'guide_idse_recover',
      'guide_account_call',
    ],
    outside: ['https://idse.imss.gob.mx/imss/'],
  },
  'restart-idse-request': {
    steps: ['guide_account_open', 'guide_idse_restart', 'guide_idse_days'],
    outside: ['https://idse.imss.gob.mx/imss/'],
  },
  'ask-for-access': {
    steps: ['guide_access_office', 'guide_access_say', 'guide_access_bring'],
  },
  'link-representative': {
    steps: ['guide_representative_check', 'guide_representative_register', 'guide_access_bring'],
  },
  'check-sat-account': {
    steps: ['guide_sat_close', 'guide_sat_enter', 'guide_sat_call'],
    outside: ['https://loginda.siat.sat.gob.mx/nidp/app/login?id=fiel'],
  },
  'match-details': {
    steps: ['guide_details_of', 'guide_details_paste', 'guide_details_other'],
    screens: ['#/certificados'],
    copies: ({ rfc, curp }) => [rfc, curp],
  },
  'check-connection': {
    steps: [
      'guide_wifi_{system}',
      'guide_connection_airplane',
      'guide_connection_cable',
      'guide_modem',
      'guide_phone_network',
      'guide_return',
    ],
    pictured: [1, 4],
    isOfSystem: true,
  },
  'join-wifi': {
    steps: [
      'guide_wifi_{system}',
      'guide_captive_page',
      'guide_captive_terms',
      'guide_captive_never',
      'guide_return',
    ],
    pictured: [1],
    isOfSystem: true,
  },
  'check-dns': {
    steps: [
      'guide_modem',
      'guide_dns_restart',
      'guide_dns_{system}',
      'guide_dns_hosts',
      'guide_phone_network',
    ],
    pictured: [1],
    isOfSystem: true,
  },
  'turn-off-vpn': {
    steps: [
      'guide_ask_first',
      'guide_vpn_program',
      'guide_vpn_{system}',
      'guide_vpn_extension',
      'guide_vpn_return',
    ],
    pictured: [3],
    copies: () => ['chrome://extensions'],
    isOfSystem: true,
  },
  'check-proxy': {
    steps: [
      'guide_ask_first',
      'guide_proxy_{system}',
      'guide_proxy_off',
      'guide_proxy_back',
      'guide_return',
    ],
    pictured: [3],
    isOfSystem: true,
  },
  'ask-network': {
    steps: ['guide_network_whom', 'guide_network_send', 'guide_phone_network'],
    pictured: [2],
    hasLetter: true,
  },
  'check-antivirus': {
    steps: [
      'guide_antivirus_keep',
      'guide_antivirus_{system}',
      'guide_antivirus_update',
      'guide_antivirus_exception',
      'guide_antivirus_ask',
    ],
    pictured: [4],
    hasLetter: true,
    isOfSystem: true,
  },
  'update-system': {
    steps: ['guide_os_save', 'guide_os_{system}', 'guide_os_wait', 'guide_os_old', 'guide_return'],
    pictured: [2],
    isOfSystem: true,
  },
  'use-supported-browser': {
    steps: [
      'guide_supported_computer',
      'guide_supported_{system}',
      'guide_supported_window',
      'guide_supported_no_java',
      'guide_return',
    ],
    pictured: [2],
    isOfSystem: true,
  },
  'use-new-profile': {
    steps: [
      'guide_profile_open_chrome',
      'guide_profile_without',
      'guide_profile_add',
      'guide_profile_keep',
    ],
    pictured: [1],
  },
  'turn-off-translation': {
    steps: [
      'guide_translation_chrome',
      'guide_translation_never',
      'guide_translation_settings',
      'guide_reload',
    ],
    pictured: [1],
    copies: () => ['chrome://settings/languages'],
  },
  'answer-captcha': {
    steps: [
      'guide_captcha_answer',
      'guide_captcha_listen',
      'guide_captcha_missing',
      'guide_captcha_once',
    ],
    pictured: [1],
  },
  'leave-page': {
    steps: [
      'guide_leave_close',
      'guide_leave_nothing',
      'guide_leave_key',
      'guide_leave_password',
      'guide_leave_download',
      'guide_leave_tell',
    ],
    pictured: [1],
  },
  'allow-downloads': {
    steps: [
      'guide_downloads_site',
      'guide_downloads_allow',
      'guide_downloads_page',
      'guide_downloads_again',
    ],
    pictured: [1],
    copies: () => ['chrome://settings/content/automaticDownloads'],
  },
  'tell-institute': {
    steps: [
      'guide_tell_not_you',
      'guide_tell_warning',
      'guide_tell_call',
      'guide_tell_send',
      'guide_tell_later',
    ],
    pictured: [4],
    copies: () => ['atnder@imss.gob.mx'],
    hasLetter: true,
  },
};
