/** Looks, judges, and says why somebody cannot get in. */
import {
  checks,
  diagnose,
  nextProbe,
  nextQuestion,
  signals,
  textsVersion,
  withClock,
  type DiagnosisFinding,
  type Evidence,
  type Facts,
  type PageFacts,
  type ProbeId,
  type QuestionId,
} from '../diagnosis/index.ts';
import { gather } from '../evidence/gather.ts';
import type { Scene } from '../evidence/gatherer.ts';
import type { AskedQuestion, DiagnosisRequest, DiagnosisView } from '../messages.ts';
import type { PortalId } from '../portals/index.ts';
import { newReference, seenFacts } from '../report/index.ts';
import { session } from '../storage.ts';
import { reportBug } from './report-bug.ts';
import { sceneOf, sceneOfAttempt } from './scene.ts';

/** At most this many causes are shown. */
const shown = 3;

/** Whoever was asked this often has told all that a person has patience for. */
const mostQuestions = 2;

/** Never throws for what could not be looked at: the findings say so. */
export async function diagnoseNow(request: DiagnosisRequest): Promise<DiagnosisView> {
  const { view, facts } = await judge(await sceneOf(request), request);
  // A glance is no diagnosis that somebody asked for: it takes the place of none.
  if (request.depth === 'full') await keepForReport(view, facts).catch(reportBug);
  return view;
}

/** By what can be known at once of this very attempt, whatever its tab shows by now. */
export async function diagnoseAttempt(portal: PortalId, page: PageFacts): Promise<DiagnosisView> {
  return (await judge(await sceneOfAttempt(portal, page), { depth: 'local' })).view;
}

async function judge(
  scene: Scene,
  request: Omit<DiagnosisRequest, 'asked' | 'tabId'>,
): Promise<{ view: DiagnosisView; facts: Facts }> {
  const { depth, notThese } = request;
  const now = new Date();
  const facts = withClock(await gather(scene, depth), now);
  const seen = signals(facts, now);
  const { causes, findings, failureSeen } = diagnose(seen, facts, {
    at: now,
    ...(notThese && { notThese }),
  });
  const isUndecided = failureSeen && depth === 'full';
  const question = isUndecided ? questionAfter(seen, request) : undefined;
  const probe = isUndecided ? probeAfter(seen, request, findings) : undefined;
  const view: DiagnosisView = {
    at: now.toISOString(),
    ...(scene.portal && { portal: scene.portal.id }),
    ...(scene.tabId !== undefined && { tabId: scene.tabId }),
    signals: seen,
    textsVersion,
    causes: causes.slice(0, shown),
    findings: findings.map((finding) => {
      const group = checks.find(({ id }) => id === finding.id)?.group;
      return { ...finding, ...(group && { group }) };
    }),
    failureSeen,
    ...(question && { question }),
    ...(probe && { probe }),
  };
  return { view, facts };
}

/** Pages read it where nobody answers them. */
async function keepForReport(view: DiagnosisView, facts: Facts): Promise<void> {
  const reference = newReference((count) => crypto.getRandomValues(new Uint8Array(count)));
  await session.set({ lastDiagnosis: { reference, view, seen: seenFacts(facts) } });
}

type Told = Pick<DiagnosisRequest, 'notThese' | 'answers'>;

const askedIn = ({ answers = {} }: Told) => Object.keys(answers) as QuestionId[];

/** Asked in the end, once everything was looked at. */
function questionAfter(seen: Evidence, told: Told): AskedQuestion | undefined {
  const asked = askedIn(told);
  if (asked.length >= mostQuestions) return undefined;
  const next = nextQuestion(seen, told.notThese, asked);
  return next && { id: next.id, answers: next.answers.map(({ id }) => id) };
}

/** Everything was looked at but what the person has to let in. */
function probeAfter(
  seen: Evidence,
  told: Told,
  findings: readonly DiagnosisFinding[],
): ProbeId | undefined {
  const gaps = findings.flatMap(({ missing }) => missing ?? []);
  return nextProbe(seen, gaps, told.notThese, askedIn(told));
}
