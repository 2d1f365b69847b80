/**
 * What was seen, by who looked. Checks judge facts; `signals` makes the flat evidence out of them.
 * Everything here is redacted before it gets this far, and is JSON: it waits in `storage.session`.
 */
import type { RevocationAnswer } from '../certificate/index.ts';
import type {
  BrowserFacts,
  ClockFacts,
  DocumentFacts,
  PlaceFacts,
  SettingsFacts,
  SiteSettingsFacts,
} from './browser-facts.ts';
import type { TextClass } from './evidence.ts';
import type { GivenAnswers } from './given-answers.ts';
import type { AnswersFacts, NetworkFacts } from './network-facts.ts';
import type { AccountFacts, CredentialFacts, FilesFacts } from './person-facts.ts';

export type * from './browser-facts.ts';

/** Why nobody could look. */
export const missingReasons = [
  /** The permission to see the other extensions was not given. */
  'management',
  /** The permission to see the browser's settings for the portal was not given. */
  'content_settings',
  /** The person has not let us ask who issued their e.firma. */
  'revocation',
  /** The person has not let us ask the site of the SAT. */
  'neighbour',
  /** The browser no longer lets us see the portal's pages. */
  'site_access',
  /** It took too long. */
  'time',
  /** No page of a portal is open. */
  'no_tab',
  /** Nobody knows which portal it is about. */
  'no_portal',
  /** No e.firma was added. */
  'no_credential',
  /** The portal has not answered yet: its clock is not known. */
  'no_server_time',
  /** Nobody has entered this portal from here. */
  'no_entry',
  /** The person has not said since when they are registered there. */
  'no_registration',
  /** Nothing that was seen points there: nobody is asked for a permission in vain. */
  'no_reason',
  /** It broke. */
  'failed',
] as const;

export type Missing = (typeof missingReasons)[number];

export type Gathered<Found> = Found | { missing: Missing };

/** Another extension that is on. */
export interface OtherExtension {
  id: string;
  name: string;
  version: string;
  /** `some_sites`: so many that the browser no longer names them. */
  access: 'all_sites' | 'portal' | 'some_sites' | 'none';
  permissions: string[];
  /** Set by an administrator: it cannot be paused. */
  isForced: boolean;
}

export interface ExtensionsFacts {
  others: OtherExtension[];
  /** Ids that Firma Lista has paused. */
  paused: string[];
}

/** What one attempt to sign in looked like, from outside and from inside its page. */
export interface PageFacts {
  /** Id of the portal. */
  portal: string;
  /** ISO 8601, UTC, by this computer: when the page began to load. */
  at: string;
  /** Major version that the browser told the portal by its text; 0 when it told another browser. */
  uaMajor?: number;
  net?: string;
  http?: number;
  /** Milliseconds until its first byte; or how long it was waited for by now. */
  ttfb?: number;
  redirect?: 'offsite' | 'login';
  /** Whether the form that is known is in it, or in the frame for it. */
  form?: 'found' | 'missing';
  /** Id of the record of the e.firma that was given to it from here. */
  filledWith?: string;
  /** It asks to wait, since half a minute or longer. */
  isBusy?: true;
  /** It had loaded, and nothing moved in it any more. */
  settled?: true;
  /** Nothing can be seen in it. */
  blank: boolean;
  /** Texts of visible error nodes and of the widget, redacted, newest last. */
  texts: { text: string; class?: TextClass }[];
  /** The portal's sign-in page opens its widget by itself. */
  opensWidget?: true;
  /** What the widget said; where a portal has none, `ok` is that it let somebody in. */
  widget?: 'ok' | 'error' | 'closed_early' | 'no_message';
  /** Times that it turned somebody down, where it does so without another page. */
  refusals?: number;
  /** It was closed early, and had sent what it was given. */
  closedAwaiting?: boolean;
  widgetNet?: string;
  widgetHttp?: number;
  foreignMessages: number;
  /** They came, or the dialog closed, before it had settled: to load it is enough to see it. */
  disturbedAtOnce?: true;
  /** Files of the portal that were stopped by another extension. */
  blocked: number;
  /** Scripts and styles of the portal that are gone (404). */
  missingChunks: number;
  /** Scripts, styles or the page itself came out of the browser's cache. */
  fromCache: number;
  /** A service worker of the portal answered. */
  fromServiceWorker: number;
  loginLoop: boolean;
  /** Tried again past the cache, and it worked. */
  bypassCacheOk?: boolean;
}

/** What the browser keeps of the portal. Names and sizes, no values. */
export interface SessionFacts {
  /** Of its exact host; one name can be there several times, for several paths. */
  cookies: { name: string; bytes: number; isSession: boolean }[];
  /** Length of the `Cookie` header that its sign-in page gets, those of the whole site included. */
  cookieBytes: number;
  portalTabs: number;
  /** Of its origin: only a page of it can tell, so these are known only while one is open. */
  serviceWorkers?: number;
  caches?: number;
  localStorageBytes?: number;
  indexedDbs?: number;
}

export type Symptom =
  | 'message'
  | 'blank'
  | 'closes'
  | 'nothing_happens'
  | 'never_ends'
  | 'back_to_start'
  | 'does_not_open';

/** What the person answered when no failed attempt was seen. */
export interface AskedFacts {
  portal?: string;
  sees?: Symptom;
  /** The message that they copied, redacted. */
  text?: string;
  class?: TextClass;
  answers?: GivenAnswers;
}

export interface Facts {
  account?: Gathered<AccountFacts>;
  answers?: Gathered<AnswersFacts>;
  browser?: Gathered<BrowserFacts>;
  clock?: Gathered<ClockFacts>;
  document?: Gathered<DocumentFacts>;
  credential?: Gathered<CredentialFacts>;
  extensions?: Gathered<ExtensionsFacts>;
  files?: Gathered<FilesFacts>;
  network?: Gathered<NetworkFacts>;
  page?: Gathered<PageFacts>;
  place?: Gathered<PlaceFacts>;
  revocation?: Gathered<RevocationAnswer>;
  session?: Gathered<SessionFacts>;
  settings?: Gathered<SettingsFacts>;
  siteSettings?: Gathered<SiteSettingsFacts>;
  asked?: Gathered<AskedFacts>;
}

export type FactName = keyof Facts;

/** The facts, or undefined when nobody looked or nobody could. */
export function known<Found extends object>(facts: Gathered<Found> | undefined): Found | undefined {
  return facts && !('missing' in facts) ? facts : undefined;
}
