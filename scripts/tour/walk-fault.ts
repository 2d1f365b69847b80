import { openDiagnosis, seeFailureMark } from '../diagnosis-screen.ts';
import { readDiagnosis, type Files } from '../person.ts';
import type { Stage } from '../stage.ts';
import type { Camera } from './camera.ts';
import type { Fault } from './faults/fault.ts';
import { isIn, openScene, signIn, type Scene } from './faults/scene.ts';
import type { FaultReport } from './report.ts';

export interface FaultTour {
  stage: Stage;
  files: Files;
  camera: Camera;
  tell: (line: string) => void;
  insist: (holds: boolean, failure: string) => void;
}

/**
 * Lets one fault happen, reads what the screen says of it, does that, and signs in. What goes wrong
 * is a failure of the tour; it never throws.
 */
export async function walkFault(tour: FaultTour, fault: Fault): Promise<FaultReport> {
  const report: FaultReport = {
    id: fault.id,
    cause: null,
    certainty: null,
    repair: null,
    signedInAfter: fault.signedInAfter === null ? null : false,
  };
  try {
    const scene = await openScene(tour.stage, tour.files);
    try {
      await walkIn(tour, fault, scene, report);
    } finally {
      await scene.close();
    }
  } catch (error) {
    // Playwright goes on with a log of what it did.
    const [sentence] = String(error instanceof Error ? error.message : error).split('\n');
    tour.insist(false, `${fault.id}: ${sentence}`);
  }
  return report;
}

async function walkIn(
  { camera, tell, insist }: FaultTour,
  fault: Fault,
  scene: Scene,
  report: FaultReport,
): Promise<void> {
  const { id } = fault;
  const picture = id.replaceAll('.', '-');
  const page = await fault.inject(scene);
  await camera(page, `${picture}-portal`);

  await seeFailureMark(scene.browser, page);
  const screen = await openDiagnosis(scene.browser, page);
  Object.assign(report, await readDiagnosis(screen));
  const { cause, certainty, repair } = report;
  tell(`   La pantalla dice: ${cause} (${certainty}); propone: ${repair ?? 'nada'}.`);
  await camera(screen, `${picture}-diagnostico`);
  insist(cause === id, `${id}: la pantalla nombra otra causa, ${cause}.`);
  insist(
    certainty === 'is' || certainty === 'likely',
    `${id}: la pantalla no está segura (${certainty}).`,
  );

  await fault.mend(scene, screen);
  const eventsBefore = scene.replica.log.length;
  const after = await scene.browser.context.newPage();
  tell(`   Después, la página dice: ${await signIn(scene, after)}`);
  await camera(after, `${picture}-despues`);
  const signedIn = isIn(scene, eventsBefore);
  if (fault.signedInAfter !== null) report.signedInAfter = signedIn;
  insist(signedIn, `${id}: el portal no dejó entrar después.`);
}
