/** Looks, judges, and says why somebody cannot get in. */
import { checks, diagnose, signals, withClock, type PageFacts } from '../diagnosis/index.ts';
import { gather } from '../evidence/gather.ts';
import type { Scene } from '../evidence/gatherer.ts';
import type { DiagnosisRequest, DiagnosisView } from '../messages.ts';
import type { PortalId } from '../portals/index.ts';
import { sceneOf, sceneOfAttempt } from './scene.ts';

/** At most this many causes are shown. */
const shown = 3;

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
  { depth, notThese }: Pick<DiagnosisRequest, 'depth' | 'notThese'>,
): Promise<DiagnosisView> {
  const now = new Date();
  const facts = withClock(await gather(scene, depth), now);
  const { causes, findings, failureSeen } = diagnose(signals(facts, now), facts, {
    at: now,
    ...(notThese && { notThese }),
  });
  return {
    at: now.toISOString(),
    ...(scene.portal && { portal: scene.portal.id }),
    ...(scene.tabId !== undefined && { tabId: scene.tabId }),
    causes: causes.slice(0, shown),
    findings: findings.map((finding) => {
      const group = checks.find(({ id }) => id === finding.id)?.group;
      return { ...finding, ...(group && { group }) };
    }),
    failureSeen,
  };
}
