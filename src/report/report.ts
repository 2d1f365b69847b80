/**
 * What a help desk is told, and nothing else: every field stands here. What is in none of these types
 * cannot be in a report. As JSON it is described in docs/informe.md.
 */
import type { PortalId } from '../portals/index.ts';

/** Why a part could not be read: nobody answered in time, the browser refused, or it is damaged. */
export type Unreadable = 'no_answer' | 'failed' | 'damaged';

/** `none`: there is nothing of the kind. Whatever happens to one part, the others come. */
export type Part<Value> =
  | { state: 'read'; value: Value }
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'unreadable'; why: Unreadable };

/** A value of a line; words are of lists of ours, or `***`. */
type LineValue = string | number | { date: string } | { bytes: number };

/** One thing that was seen; its sentence is `evidence_<key>` of the locale. */
export interface ReportLine {
  key: string;
  values?: LineValue[];
}

/** A portal by what we know of it: host and path are of our own list, never of a page. */
export interface ReportPortal {
  id: PortalId;
  host: string;
  path: string;
}

interface ReportCause {
  id: string;
  certainty: 'is' | 'likely' | 'unknown';
  repair?: string;
  evidence: ReportLine[];
}

export interface ReportCheck {
  id: string;
  status: string;
  evidence: ReportLine[];
  /** Why nobody could look. */
  missing?: string;
}

export interface ReportDiagnosis {
  /** ISO 8601, UTC */
  at: string;
  portal?: ReportPortal;
  failureSeen: boolean;
  /** Best first. */
  causes: ReportCause[];
  checks: ReportCheck[];
  signals: Record<string, string | number | boolean>;
}

/** The last sign-in that failed before our eyes. */
export interface ReportFailure {
  /** ISO 8601, UTC */
  at: string;
  portal?: ReportPortal;
  cause?: string;
  certainty?: 'is' | 'likely' | 'unknown';
}

interface ReportProbe {
  host: string;
  net?: string;
  http?: number;
  redirect?: 'offsite';
  milliseconds?: number;
}

export interface ReportConnection {
  online?: boolean;
  /** Of the page as it loaded. */
  page?: { net?: string; http?: number; ttfb?: number; widgetNet?: string; widgetHttp?: number };
  probes: ReportProbe[];
  control?: { answer: 'yes' | 'no' | 'late'; milliseconds?: number };
}

export interface ReportText {
  text: string;
  class?: string;
  /** The person copied it. */
  told?: true;
}

export interface ReportEfirma {
  /** Without its date. */
  rfc: string;
  holder: 'fisica' | 'moral';
  kind: string;
  /** `unchecked`: nobody has looked who issued it. */
  issuer: 'production' | 'added' | 'test' | 'unknown' | 'unchecked';
  /** ISO 8601, UTC */
  notBefore: string;
  /** ISO 8601, UTC */
  notAfter: string;
  serialEnd?: string;
  revoked?: true;
  superseded?: true;
  weak?: true;
}

interface TrialStepLine {
  id: string;
  status: string;
  reason?: string;
}

interface TrialFinding {
  id: string;
  status: string;
  detail?: string;
}

export interface ReportTrial {
  /** ISO 8601, UTC */
  at: string;
  clock: 'portal' | 'computer';
  ok: boolean;
  cause?: string;
  detail?: string;
  steps: TrialStepLine[];
  findings: TrialFinding[];
  efirma?: ReportEfirma;
  /** The key is that of another e.firma, with this RFC, without its date. */
  belongsTo?: string;
}

export interface ReportChange {
  repair: string;
  /** ISO 8601, UTC */
  at: string;
  portal?: ReportPortal;
  state: 'done' | 'undone';
  /** What it changed was the cause. */
  confirmed?: true;
}

export interface ReportBrowser {
  name?: string;
  version?: number;
  platform?: string;
  platformVersion?: string;
  mobile?: true;
}

export interface ReportExtensions {
  count: number;
  /** Only where the person wants them told. */
  names?: string[];
}

export interface Report {
  format: 'firma-lista-report';
  version: 1;
  reference: string;
  /** ISO 8601, with the offset of this computer. */
  at: string;
  extension: string;
  /** Day of the newest of the portals' texts that are known. */
  texts: string;
  /** What the person came from: the id of an error or of a mistake in files. */
  error?: string;
  diagnosis: Part<ReportDiagnosis>;
  failure: Part<ReportFailure>;
  connection: Part<ReportConnection>;
  portalTexts: Part<ReportText[]>;
  efirma: Part<ReportEfirma>;
  trial: Part<ReportTrial>;
  /** In «Cambios que hice», the newest first. */
  changes: Part<ReportChange[]>;
  /** In the history: repairs that are no longer among the changes. */
  history: Part<ReportChange[]>;
  browser: Part<ReportBrowser>;
  extensions: Part<ReportExtensions>;
}
