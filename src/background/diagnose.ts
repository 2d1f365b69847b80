/** Looks, judges, and says why somebody cannot get in. */
import {
  checks,
  diagnose,
  nextQuestion,
  signals,
  textsVersion,
  withClock,
  type Evidence,
  type PageFacts,
  type QuestionId,
} from '../diagnosis/index.ts';
import { gather } from '../evidence/gather.ts';
import type { Scene } from '../evidence/gatherer.ts';
import type { AskedQuestion, DiagnosisRequest, DiagnosisView } from '../messages.ts';
import type { PortalId } from '../portals/index.ts';
import { sceneOf, sceneOfAttempt } from './scene.ts';

/** At most this many causes are shown. */
const shown = 3;

/** Whoever was asked this often has told all that a person has patience for. */
const mostQuestions = 2;

/** Never throws for what could not be looked at: the findings say so. */
export async function diagnoseNow(request: DiagnosisRequest): Promise<DiagnosisView> {
  return await judge(await sceneOf(request), request);
}

/** By what can be known at once of this very attempt, whatever its tab shows by now. */
export async function diagnoseAttempt(portal: PortalId, page: PageFacts): Promise<DiagnosisView> {
  return await judge(await sceneOfAttempt(portal, page), { depth: 'local' });
}

async function judge(
  scene: Scene,
  request: Omit<DiagnosisRequest, 'asked' | 'tabId'>,
): Promise<DiagnosisView> {
  const { depth, notThese } = request;
  const now = new Date();
  const facts = withClock(await gather(scene, depth), now);
  const seen = signals(facts, now);
  const { causes, findings, failureSeen } = diagnose(seen, facts, {
    at: now,
    ...(notThese && { notThese }),
  });
  const question = failureSeen ? questionAfter(seen, request) : undefined;
  return {
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
  };
}

/** Asked in the end, once everything was looked at. */
function questionAfter(
  seen: Evidence,
  { depth, notThese, answers = {} }: DiagnosisRequest,
): AskedQuestion | undefined {
  const asked = Object.keys(answers) as QuestionId[];
  if (depth !== 'full' || asked.length >= mostQuestions) return undefined;
  const next = nextQuestion(seen, notThese, asked);
  return next && { id: next.id, answers: next.answers.map(({ id }) => id) };
}
