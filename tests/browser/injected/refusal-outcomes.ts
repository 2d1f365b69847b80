/** What each sentence with which a portal refuses leads to, for somebody whose e.firma works. */
import type { RefusalId } from '../../../replica/index.ts';
import type { InjectedFault } from './injected-fault.ts';
import type { Way } from './refusal-ways.ts';

/** What is named when it is said after signing in this way. */
export interface Outcome extends Pick<InjectedFault, 'answers' | 'cause' | 'signals'> {
  readonly way: Way;
}

/** An injected fault of another list in which this very sentence is said. */
export interface InAnotherList {
  readonly fault: string;
}

/** A sentence that leads to no one cause; why, in words. */
export interface Undecided {
  readonly because: string;
}

const givenHere = {
  way: 'ours',
  cause: 'portal.wrong_expiry',
  signals: { text: 'not_valid_date' },
} as const;
const chosenThere = {
  way: 'older',
  cause: 'user.other_files',
  signals: { text: 'not_valid_date' },
} as const;
/** Where the extension gave them, it asks: nothing tells an old page from something in between. */
const otherTrio = {
  way: 'older',
  cause: 'user.other_files',
  signals: { text: 'trio_invalid' },
} as const;
const noRole = { way: 'by_hand', cause: 'acc.no_role', signals: { text: 'no_role' } } as const;

export const refusalOutcomes = {
  widget_trio: { because: 'It says that signing failed, and not at what.' },
  widget_rfc: [
    {
      way: 'other_rfc',
      cause: 'acc.rfc_mismatch',
      signals: { text: 'rfc_mismatch', rfcTyped: 'differs' },
    },
  ],
  widget_other_rfc: [
    {
      way: 'ours',
      cause: 'acc.rfc_mismatch',
      signals: { text: 'rfc_mismatch', rfcTyped: 'same' },
    },
  ],
  widget_service: [
    { way: 'ours', cause: 'portal.widget_down', signals: { text: 'widget_unavailable' } },
  ],
  widget_revocation: { fault: 'session-revocation-unknown' },
  widget_revoked: [{ way: 'ours', cause: 'cert.revoked', signals: { text: 'revoked' } }],
  widget_expired: [givenHere, chosenThere],
  imss_no_role: [noRole],
  imss_no_role_access: [noRole],
  imss_unavailable: [
    { way: 'by_hand', cause: 'portal.down', signals: { text: 'service_unavailable' } },
  ],
  imss_credentials: { fault: 'credential-renewed' },
  // It does not say at what it failed: whether the person ever got in decides.
  imss_authentication: [
    {
      way: 'by_hand',
      cause: 'acc.not_registered',
      signals: { text: 'auth_generic' },
      answers: { entered: 'never' },
    },
  ],
  imss_session: {
    because: 'Of a session that ended and of one that hangs portals say the same; both are shown.',
  },
  imss_session_or_permission: { because: 'It names two reasons itself: a session, or a role.' },
  imss_no_registration: [
    { way: 'by_hand', cause: 'acc.no_imss_number', signals: { text: 'no_imss_number' } },
  ],
  // A token is no good for many reasons: that the person came back to the form decides.
  imss_token: [
    {
      way: 'again',
      cause: 'token.reused',
      signals: { text: 'session_invalid' },
      answers: { back: 'yes' },
    },
  ],
  imss_user: [noRole],
  idse_session: [
    { way: 'old_session', cause: 'session.hung', signals: { text: 'session_invalid' } },
  ],
  idse_expired: [givenHere, chosenThere],
  idse_not_valid: [givenHere, chosenThere],
  idse_certificate: [otherTrio],
  idse_key: [otherTrio],
  idse_rfc: [{ way: 'ours', cause: 'acc.rep_not_linked', signals: { text: 'rfc_mismatch' } }],
  idse_insecure: {
    because: 'A clock, something between, an old system: the page that says it came all the same.',
  },
  sat_trio: [otherTrio],
  sat_revoked: [{ way: 'ours', cause: 'cert.revoked', signals: { text: 'revoked' } }],
  sat_expired: [givenHere, chosenThere],
  sat_privileges: [{ way: 'ours', cause: 'acc.privileges', signals: { text: 'privileges' } }],
} as const satisfies Record<RefusalId, readonly Outcome[] | InAnotherList | Undecided>;
