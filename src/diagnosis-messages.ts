/** What travels between the screens of «No puedo ingresar» and the service worker. */
import type {
  AnswerId,
  AskedFacts,
  CauseId,
  CheckGroup,
  Compared,
  DiagnosedCause,
  DiagnosisFinding,
  Evidence,
  GivenAnswers,
  ProbeId,
  QuestionId,
  RepairId,
} from './diagnosis/index.ts';
import type { PortalId } from './portals/index.ts';
import type { Reminder } from './reminders/index.ts';

/** What is to be diagnosed: a tab, or what the person says; without either, the last failure seen. */
export interface DiagnosisRequest {
  tabId?: number;
  asked?: Omit<AskedFacts, 'answers' | 'class'>;
  /** To the questions that were put one by one. */
  answers?: GivenAnswers;
  /** `local`: what needs no network, at once. `full`: everything, within three seconds. */
  depth: 'local' | 'full';
  /** The person said of these: it is not that. */
  notThese?: CauseId[];
}

/** A question that the person may answer, with the answers in their order. */
export interface AskedQuestion {
  id: QuestionId;
  answers: AnswerId[];
}

export interface DiagnosisView {
  /** ISO 8601, UTC, by this computer. */
  at: string;
  portal?: PortalId;
  /** The portal's page, if one is open: what repairs reload. */
  tabId?: number;
  /** What it was judged by: no names, no texts, nothing typed. */
  signals: Evidence;
  /** At most three, best first. */
  causes: DiagnosedCause[];
  findings: (DiagnosisFinding & { group?: CheckGroup })[];
  /** A failed attempt was seen, or told: without one, a cause is only a supposition. */
  failureSeen: boolean;
  /** Day of the newest of the portals' texts that are known. */
  textsVersion: string;
  /** What only the person knows, and what would tell the likeliest causes apart. */
  question?: AskedQuestion;
  /** What would tell them apart better than that, if the person let it be looked at. */
  probe?: ProbeId;
}

/** One thing that a repair would touch. */
export interface PreviewItem {
  kind:
    | 'tab'
    | 'new_tab'
    | 'other_tab'
    | 'cookie'
    | 'cache'
    | 'cache_storage'
    | 'service_worker'
    | 'local_storage'
    | 'indexed_db'
    | 'extension'
    | 'popups_blocked'
    | 'cookies_blocked'
    | 'javascript_blocked';
  /** Name of the cookie or the extension; title of another tab; host or address of the rest. */
  name: string;
  /** Of a cookie, or of another tab. */
  host?: string;
  /** Left out when nobody could look, as `bytes` is. */
  count?: number;
  bytes?: number;
  /** It cannot be put back. */
  isFinal?: true;
  /** Ids of the other tabs. */
  tabs?: number[];
  /** Of an extension. */
  id?: string;
  /** 0 to 100, of an extension: how suspicious. */
  score?: number;
  /** It cannot be touched: an administrator set it. */
  isForced?: boolean;
}

export interface RepairTarget {
  repair: RepairId;
  portal: PortalId;
  tabId?: number;
}

export interface RepairPreview {
  repair: RepairId;
  /** `automatic`: done here. `guided`: steps that only the person can take. */
  kind: 'automatic' | 'guided';
  items: PreviewItem[];
  /** Minutes for which it can be undone; 0 when there is nothing to put back. */
  undoMinutes: number;
  /** It outlives the browser, and can be undone whenever the person wants. */
  isLasting?: true;
  /** What the person has to be asked for first: an optional permission, or access to the portal. */
  needs?: 'management' | 'contentSettings' | 'portalAccess';
}

export interface RepairRun extends RepairTarget {
  /** Ids of the extensions to pause, and for how long. */
  extensions?: string[];
  minutes?: 1 | 10 | 30;
  /** Ids of the tabs to close, out of the preview. */
  tabs?: number[];
}

/** `confirmed`: of the pause only. It was these extensions, proved by what changed. */
export interface RepairOutcome extends Omit<Compared, 'wasStale'> {
  changeId?: string;
  /** What to try next where it did not help. */
  next?: RepairId;
  diagnosis: DiagnosisView;
}

/** What the person wants to be told of. */
export interface ReminderRequest extends Pick<Reminder, 'portal' | 'waitsFor'> {
  /** How long to wait, for a time. */
  minutes?: number;
}

/** Something that Firma Lista changed, for «Cambios que hice». */
export interface Change {
  id: string;
  repair: RepairId;
  portal: PortalId;
  /** ISO 8601, UTC */
  at: string;
  /** ISO 8601, UTC: until then it can be undone, or when it undoes itself. */
  until?: string;
  /** Names of what was touched. */
  names: string[];
  state: 'done' | 'undone';
  /** It puts itself back at `until`. */
  isTemporary: boolean;
  /** It outlives the browser, and can be undone whenever the person wants. */
  isLasting?: true;
  /** Proved by a later attempt: what it paused was the cause. */
  confirmed?: true;
}
