/**
 * Everything that rests in the browser's key-value stores, declared once. Both are closed to content
 * scripts when the service worker starts. Bytes are base64: these stores hold JSON.
 */
import { browser } from './browser.ts';
import type { ClockReading } from './clock.ts';
import type { DiagnosedCause, NamedCause, PageFacts } from './diagnosis/index.ts';
import type { Change, CredentialCard, DiagnosisView, Settings } from './messages.ts';
import type { PortalId } from './portals/index.ts';
import type { Reminder } from './reminders/index.ts';
import type { Cure, MadeRepair } from './repairs/index.ts';
import type { SeenFacts } from './report/index.ts';

/** What the popup paints first. */
export interface CardSummary {
  /** The e.firma used last, or the only one. */
  chosen?: CredentialCard;
  count: number;
}

/** The last sign-in that failed before our eyes, redacted: what the popup opens on. */
export interface SeenFailure {
  portal: PortalId;
  tabId: number;
  page: PageFacts;
  /** By what could be known at once. */
  cause: DiagnosedCause;
  /** Another attempt has begun in the tab since. */
  isOver?: true;
}

/** What is noted of a change, whether or not it can still be undone. */
export type MadeChange = Pick<Change, 'id' | 'portal' | 'at'> & MadeRepair;

export interface NotedChange extends MadeChange {
  /** Names of the extensions that it paused. */
  paused?: readonly string[];
}

/** A sign-in that failed before our eyes and then went well: what is told of it. */
export interface SolvedFailure extends Cure {
  portal: PortalId;
  /** ISO 8601, UTC, by this computer: when it failed first, and when it went well. */
  failedAt: string;
  at: string;
  cause: NamedCause;
  /** What was changed in between, oldest first. */
  changes: MadeChange[];
  /** It went well with another e.firma than the one that had failed. */
  isOtherEfirma?: true;
}

/** The last diagnosis that a person asked for: what the report for the help desk is made of. */
export interface KeptDiagnosis {
  /** By which a help desk and a person know that they mean the same report. */
  reference: string;
  view: DiagnosisView;
  seen: SeenFacts;
}

/**
 * Other extensions that are paused. Written before the first is switched off, removed after the
 * last is on again.
 */
export interface Pause {
  /** Id of the change. */
  id: string;
  portal: PortalId;
  extensions: { id: string; name: string }[];
  /** Milliseconds since the epoch, by this computer. */
  at: number;
  until: number;
}

/** One thing that the browser lets a portal do because of us, at these origins and no others. */
export interface SiteRule {
  /** Id of the change. */
  change: string;
  portal: PortalId;
  kind: 'popups' | 'cookies' | 'javascript';
  origins: string[];
  /** ISO 8601, UTC. */
  at: string;
}

/** What is to hold. Written before the browser is told, so that what was cut off can be ended. */
export interface SiteRules {
  rules: SiteRule[];
  /** Kinds whose rules the browser may not have yet, or have still. */
  pending: SiteRule['kind'][];
}

/** On disk, in clear. */
interface LocalItems {
  kept: CardSummary;
  settings: Settings;
  pause: Pause;
  reminders: Reminder[];
  siteRules: SiteRules;
  /** Portals whose «not tried yet» was on the screen when the person approved. */
  told: PortalId[];
  /** Authorities that the person trusts besides the built-in ones: DER of certificates, base64. */
  authorities: string[];
}

/** In the memory of the browser, gone when it closes. */
interface SessionItems {
  /** As `kept`, those of «Usar sin guardar» included; only while there are any. */
  inMemory: CardSummary;
  unlocked: boolean;
  /** Record id → data key of its `sign` part. */
  signKeys: Record<string, string>;
  /** Whether the vault key, when it was last at hand, found the seal of the history genuine. */
  sealIsGenuine: boolean;
  /** Of the portal that was seen last. */
  clock: ClockReading;
  /** When approval windows were opened, in milliseconds since the epoch. */
  openedAt: number[];
  lastFailure: SeenFailure;
  solved: SolvedFailure;
  lastDiagnosis: KeptDiagnosis;
  /** Id of this run of the browser. */
  run: string;
  /** This run of the browser has put back what an earlier one left paused. */
  pausesRestored: boolean;
  /** This run of the browser has made sure that our rules for sites are there. */
  rulesSettled: boolean;
}

interface Items<Stored extends object> {
  get<Key extends keyof Stored & string>(...keys: Key[]): Promise<Partial<Pick<Stored, Key>>>;
  set(items: Partial<Stored>): Promise<void>;
  remove(...keys: (keyof Stored & string)[]): Promise<void>;
}

/** Values of one kind under keys of their own, so that writing one never undoes another. */
export interface Collection<Value> {
  get(id: string): Promise<Value | undefined>;
  set(id: string, value: Value): Promise<void>;
  remove(id: string): Promise<void>;
  entries(): Promise<[id: string, value: Value][]>;
}

function itemsOf<Stored extends object>(area: 'local' | 'session'): Items<Stored> {
  return {
    get: async (...keys) => (await browser.storage[area].get(keys)) as Partial<Stored>,
    set: async (items) => browser.storage[area].set(items),
    remove: async (...keys) => browser.storage[area].remove(keys),
  };
}

export const local = itemsOf<LocalItems>('local');
export const session = itemsOf<SessionItems>('session');

/** Apart from what every screen needs: a damaged record takes along whatever is read with it. */
export async function readReminders(): Promise<Reminder[]> {
  const { reminders } = await local.get('reminders').catch(() => ({ reminders: [] }));
  return Array.isArray(reminders) ? reminders : [];
}

/** A collection in `storage.session`; `name` is what its keys begin with. */
export function sessionCollection<Value>(name: string): Collection<Value> {
  const prefix = `${name}:`;
  const { session: area } = browser.storage;
  return {
    get: async (id) => (await area.get(prefix + id))[prefix + id] as Value | undefined,
    set: async (id, value) => area.set({ [prefix + id]: value }),
    remove: async (id) => area.remove(prefix + id),
    async entries() {
      return Object.entries(await area.get(null))
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value as Value]);
    },
  };
}
