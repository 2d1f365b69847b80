export { causes, type CauseId } from './causes/index.ts';
export { checkGroups, checks, type CheckGroup, type CheckId } from './checks/index.ts';
export { withClock } from './clock-of-probe.ts';
export { compare, type Compared, type Comparison, type ComparisonKey } from './compare.ts';
export { diagnose, type DiagnoseOptions } from './diagnose.ts';
export type {
  Certainty,
  DiagnosedCause,
  Diagnosis,
  DiagnosisFinding,
  EvidenceLine,
  EvidenceValue,
  FindingState,
} from './diagnosis.ts';
export { evidenceKeys } from './evidence-lines.ts';
export { textClasses, type Evidence, type SignalName, type TextClass } from './evidence.ts';
export { scoreExtension } from './extension-score.ts';
export {
  known,
  type AskedFacts,
  type BrowserFacts,
  type ClockFacts,
  type DocumentFacts,
  type ExtensionsFacts,
  type FactName,
  type Facts,
  type Gathered,
  type Missing,
  type OtherExtension,
  type PageFacts,
  type PlaceFacts,
  type SessionFacts,
  type SettingsFacts,
  type SiteSettingsFacts,
  type Symptom,
} from './facts.ts';
export {
  failedSignIn,
  nameOf,
  withFailed,
  withoutMended,
  type FailedSignIn,
  type NamedCause,
} from './failed-in-a-row.ts';
export type { GivenAnswers } from './given-answers.ts';
export { identifyBrowser } from './identify-browser.ts';
export { isJudgement } from './is-judgement.ts';
export { isKnownSignal } from './known-signals.ts';
export { knownWords } from './known-words.ts';
export { hasFailed } from './has-failed.ts';
export { hasToldFailure } from './has-told-failure.ts';
export { netErrors } from './net-errors.ts';
export { nextProbe } from './next-probe.ts';
export { nextQuestion } from './next-question.ts';
export { probes, type ProbeId } from './probes.ts';
export {
  questions,
  type Answer,
  type AnswerId,
  type Question,
  type QuestionId,
} from './questions.ts';
export { isOfOwnWay } from './is-of-own-way.ts';
export { mayBeNetwork } from './may-be-network.ts';
export type { AnswersFacts, ControlFacts, NetworkFacts, ProbeFacts } from './network-facts.ts';
export type { AccountFacts, CredentialFacts, FilesFacts, RefusedFiles } from './person-facts.ts';
export { readText } from './read-text.ts';
export { redact } from './redact.ts';
export { recogniseText, type RecognisedText } from './recognise.ts';
export { textsVersion } from './texts/texts-version.ts';
export { repairIds, type RepairId } from './repair-ids.ts';
export { signals } from './signals.ts';
