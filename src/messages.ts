/**
 * Everything the pages of the extension may ask of its service worker. Bytes travel as base64:
 * extension messages are JSON. Every handler first makes sure that one of our own pages asks.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type {
  AuthorityCard,
  CredentialCard,
  FilePayload,
  IdentifiedFile,
  ImportRequest,
  ImportResult,
  Trial,
} from './credential-messages.ts';
import type {
  Change,
  DiagnosisRequest,
  DiagnosisView,
  RepairOutcome,
  RepairPreview,
  RepairRun,
  ReminderRequest,
  RepairTarget,
} from './diagnosis-messages.ts';
import type { RefusedFiles, RepairId } from './diagnosis/index.ts';
import { codeOf } from './errors.ts';
import type {
  AccountChange,
  AccountView,
  ActiveClient,
  Acuse,
  FillPlan,
  FillRequest,
  FillResult,
  LeaveRequest,
  NativePlan,
  NativeRequest,
  PageForms,
} from './portal-messages.ts';
import type { PortalId } from './portals/index.ts';
import type { Reminder } from './reminders/index.ts';

export type * from './credential-messages.ts';
export type * from './diagnosis-messages.ts';
export type * from './portal-messages.ts';
export type { Reminder } from './reminders/index.ts';

/** What a page asks for, as the approval shows it. */
export interface PendingRequest {
  id: string;
  origin: string;
  portal?: PortalId;
  /** The page asks for the certificate of this RFC. */
  rfc?: string;
  wantsCurp: boolean;
  /** e.firmas that answer the request. */
  cards: CredentialCard[];
  unlocked: boolean;
  /** ISO 8601, UTC: the server's time where it is known. */
  now: string;
}

/** The person's yes to a request of a page. */
export interface Approval {
  id: string;
  /** The origin that the screen showed. */
  origin: string;
  credentialId: string;
  /** Only needed while locked. */
  password?: string;
  shareCurp: boolean;
}

/** What the history says of one thing that happened. */
export interface AuditFacts {
  /** ISO 8601, UTC */
  at: string;
  action: AuditAction;
  origin?: string;
  portal?: PortalId;
  rfc?: string;
  serialNumber?: string;
  /** hex SHA-256 of what was signed */
  digest?: string;
  repair?: RepairId;
}

/** One row of the history, as shown. */
export interface AuditRow extends AuditFacts {
  sequence: number;
}

export type AuditAction =
  | 'import'
  | 'update'
  | 'remove'
  | 'export'
  | 'trial'
  | 'use_without_keeping'
  | 'unlock'
  | 'unlock_failed'
  | 'password_changed'
  | 'authenticate'
  | 'fill'
  | 'fill_sent'
  | 'native'
  | 'account'
  | 'refuse'
  | 'repair'
  | 'undo';

export interface AuditView {
  rows: AuditRow[];
  /** `unverified`: while locked nobody can tell whether the seal is genuine. */
  integrity: 'intact' | 'unverified' | 'cut' | 'changed';
  /** Entries since the last unlock; the next one seals them. */
  unsealed: number;
}

export interface Settings {
  /** The picture and word that every window of ours shows when it asks for a secret. */
  picture: string;
  word: string;
  /** Minutes without touching the computer until it locks. */
  idleMinutes: number;
  /** Portals whose form is sent for the person once it is filled. */
  submitsAt?: PortalId[];
  /** The person wants the issuer to be asked whether an e.firma was revoked. */
  asksRevocation?: boolean;
}

export interface ExtensionProtocol {
  identifyFiles(files: FilePayload[]): IdentifiedFile[];
  importFiles(request: ImportRequest): ImportResult;
  /** A file that was brought could not be looked into at all. */
  noteUnread(problem: RefusedFiles): void;
  /** «Sólo revisar»: «Probar mi firma» with files that are not kept. */
  tryFiles(request: { files: FilePayload[]; password: string }): Trial;
  /** The same with one that is; `password` opens the vault where it is locked. */
  tryCredential(request: { id: string; password?: string }): Trial;
  /** The files of an e.firma that is kept: its .cer and .key, or both in one .pfx. */
  exportCredential(request: {
    id: string;
    password: string;
    form: 'cer_and_key' | 'pfx';
  }): FilePayload[];
  listAuthorities(): AuthorityCard[];
  /** What a file would add; nothing is trusted by it. */
  readAuthority(file: FilePayload): AuthorityCard;
  /** `sha256` is what the person was shown. */
  addAuthority(request: { file: FilePayload; sha256: string }): AuthorityCard;
  removeAuthority(request: { sha256: string }): void;
  useFiles(request: { files: FilePayload[]; password: string }): ImportResult;
  listCredentials(): CredentialCard[];
  /** The one that is used from now on, where the person picks no other. */
  chooseCredential(request: { id: string }): void;
  removeCredential(request: { id: string; password: string }): void;
  changeVaultPassword(request: { current: string; next: string }): void;
  unlock(request: { password: string }): void;
  lock(): void;
  isUnlocked(): boolean;
  readAudit(): AuditView;
  saveSettings(settings: Settings): void;

  /** The popup asks the page in the tab to call `authenticate`; its request is shown there. */
  startSignIn(start: { tabId: number; origin: string }): PendingRequest;
  pendingRequest(request: { id: string }): PendingRequest;
  approveRequest(approval: Approval): void;
  refuseRequest(request: { id: string }): void;

  planFill(request: { tabId: number }): FillPlan;
  fill(request: FillRequest): FillResult;
  /** Goes from another way to enter to the one with an e.firma. */
  switchToEfirma(request: { tabId: number }): void;
  /** What the forms of a page look like, without anything that somebody wrote into them. */
  describeForms(request: { tabId: number }): PageForms;

  planNative(request: { tabId: number }): NativePlan;
  signInNatively(request: NativeRequest): void;

  readAccount(request: { id: string }): AccountView;
  saveAccount(change: AccountChange): void;
  /** Whose sessions are open at the host of the page in a tab. */
  activeClient(request: { tabId: number }): ActiveClient | undefined;
  /** Closes the session of the active client there; can be undone like a repair. */
  closeClient(request: LeaveRequest): void;

  listAcuses(): Acuse[];
  removeAcuse(request: { id: string }): void;

  diagnose(request: DiagnosisRequest): DiagnosisView;
  previewRepair(target: RepairTarget): RepairPreview;
  runRepair(run: RepairRun): RepairOutcome;
  undoRepair(change: { id: string }): void;
  listChanges(): Change[];
  remind(request: ReminderRequest): Reminder | undefined;
  forgetReminder(which: { portal: PortalId }): void;
  /** «Así entraste hoy» was read. */
  forgetSolved(): void;
}

const messenger = defineExtensionMessaging<ExtensionProtocol>();

export const { onMessage } = messenger;

/** Asking these twice changes nothing. */
const repeatable: ReadonlySet<string> = new Set<keyof ExtensionProtocol>([
  'identifyFiles',
  'noteUnread',
  'tryFiles',
  'listCredentials',
  'chooseCredential',
  'listAuthorities',
  'readAuthority',
  'isUnlocked',
  'readAudit',
  'pendingRequest',
  'planFill',
  'describeForms',
  'planNative',
  'readAccount',
  'activeClient',
  'listAcuses',
  'diagnose',
  'previewRepair',
  'listChanges',
  'remind',
  'forgetReminder',
  'forgetSolved',
]);

/**
 * Asks the service worker. One that dies while it answers is a failure without a code: what changes
 * nothing is then asked once more, of the next worker.
 */
export const sendMessage = (async (type: keyof ExtensionProtocol, data: never) => {
  try {
    return await messenger.sendMessage(type, data);
  } catch (error) {
    if (codeOf(error) !== 'unexpected' || !repeatable.has(type)) throw error;
    return await messenger.sendMessage(type, data);
  }
}) as typeof messenger.sendMessage;
