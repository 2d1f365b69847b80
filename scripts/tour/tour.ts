/**
 * The guided tour without a screen: what a person does, in a real browser with the built extension,
 * against the replica. What it reports comes from the replica's log and from visible screens.
 */
import type { Page } from 'playwright-core';
import type { StartArguments } from '../arguments.ts';
import {
  approve,
  bring,
  countHistory,
  fillFromPopup,
  firstRun,
  nextApproval,
  openApp,
  pages,
  pressValidate,
  resultOf,
  type Files,
} from '../person.ts';
import { setStage, type Stage } from '../stage.ts';
import { cameraInto, type Camera } from './camera.ts';
import { faults } from './faults/index.ts';
import { freezeAtSignature } from './freeze.ts';
import type { TourReport } from './report.ts';
import { walkFault } from './walk-fault.ts';

type Tell = (line: string) => void;

interface Tour {
  stage: Stage;
  files: Files;
  camera: Camera;
  tell: Tell;
  report: TourReport;
  /** Fails the tour, with a sentence, unless it holds. */
  insist: (holds: boolean, failure: string) => void;
}

/**
 * Runs the tour. It never throws: what goes wrong is in `failures`.
 * @param walked the faults it goes through after the sign-ins; all of them unless told
 */
export async function runTour(
  options: StartArguments,
  tell: Tell,
  walked = faults,
): Promise<TourReport> {
  const start = performance.now();
  const report: TourReport = {
    signIn: { bridge: false, fill: false },
    pageMessagesHeard: 0,
    faults: [],
    failures: [],
    durationMs: 0,
  };
  let stage: Stage | undefined;
  try {
    stage = await setStage({
      headless: true,
      log: (line) => tell(`  ${line}`),
      ...(options.now && { now: options.now }),
      ...(options.profile !== undefined && { profile: options.profile }),
    });
    const tour: Tour = {
      stage,
      files: options.credential ?? stage.pki.credentials.person,
      camera: await cameraInto(options.out),
      tell,
      report,
      insist(holds, failure) {
        if (!holds) report.failures.push(failure);
      },
    };
    await walk(tour);
    if (report.imported) await walkFaults(tour, walked);
  } catch (error) {
    report.failures.push(error instanceof Error ? error.message : String(error));
  } finally {
    await stage?.close();
  }
  report.durationMs = Math.round(performance.now() - start);
  return report;
}

async function walk(tour: Tour): Promise<void> {
  await importFiles(tour);
  if (!tour.report.imported) return;
  const page = await tour.stage.browser.context.newPage();
  await signInByBridge(tour, page);
  await signInByFill(tour, page);
  await signInWithDeadWorker(tour, page);
  const heard = tour.stage.replica.log.filter(({ kind }) => kind === 'foreign-message').length;
  tour.report.pageMessagesHeard = Math.max(heard, tour.report.pageMessagesHeard);
  tour.insist(tour.report.pageMessagesHeard === 0, 'Una página del portal oyó mensajes ajenos.');
}

/** Each fault in a browser of its own; the one before is closed. */
async function walkFaults(tour: Tour, walked: typeof faults): Promise<void> {
  const { stage, tell, report } = tour;
  await stage.browser.close();
  for (const [index, fault] of walked.entries()) {
    tell(`${index + 6}. A propósito, algo falla: ${fault.id}.`);
    report.faults.push(await walkFault(tour, fault));
  }
}

async function importFiles({ stage, files, camera, tell, report, insist }: Tour): Promise<void> {
  tell('1. Primera vez: elegir imagen y palabra.');
  const welcome = await openApp(stage.browser, 'bienvenida');
  await camera(welcome, 'primera-vez');
  await welcome.close();
  await firstRun(stage.browser);

  tell('2. Agregar la e.firma.');
  const app = await openApp(stage.browser, 'certificados');
  const { kind, cause, rfc, serialNumber, notAfter, certificateKind, milliseconds } = await bring(
    app,
    [files.keyPath, files.cerPath],
    files.password,
    'save',
  );
  await camera(app, 'e-firma-agregada');
  await app.close();
  insist(kind === 'saved' || kind === 'updated', `La e.firma no se guardó: ${cause ?? kind}`);
  if (kind !== 'saved' && kind !== 'updated') return;
  if (!rfc || !serialNumber || !notAfter || !certificateKind) {
    throw new Error('La pantalla no muestra los datos de la e.firma.');
  }
  report.imported = { rfc, serialNumber, notAfter, kind: certificateKind };
  tell(`   ${rfc}, certificado ${serialNumber}, válida hasta ${notAfter} (${milliseconds} ms).`);
}

async function signInByBridge(tour: Tour, page: Page): Promise<void> {
  const { stage, camera, tell, report, insist } = tour;
  tell('3. Entrar por la API de la página.');
  await page.goto(pages.bridge);
  const window = await nextApproval(stage.browser, () => page.click('#entrar'));
  await camera(window, 'aprobacion');
  const start = await approve(window);
  const result = await resultOf(page);
  tell(`   La página dice: ${result} (${since(start)} desde el clic).`);
  await camera(page, 'dentro-por-la-api');
  await listen(tour, page);
  const signedIn = stage.replica.log.find(
    (event) => event.kind === 'signed-in' && event.via === 'bridge',
  );
  insist(signedIn !== undefined, 'El portal no aceptó la firma.');
  if (signedIn?.kind !== 'signed-in' || signedIn.via !== 'bridge') return;
  report.signIn.bridge = signedIn.rfc === report.imported?.rfc;
  report.signIn.token = signedIn.token;
  report.signIn.nonce = signedIn.nonce;
  insist(report.signIn.bridge, 'El portal dejó entrar a otro RFC.');
}

async function signInByFill(tour: Tour, page: Page): Promise<void> {
  const { stage, files, camera, tell, report, insist } = tour;
  tell('4. Entrar llenando el formulario del portal.');
  const popup = await fillFromPopup(stage.browser, page, files.password);
  await camera(popup, 'formulario-lleno');
  await popup.close();
  await camera(page, 'antes-de-validar');
  await pressValidate(page);
  tell(`   La página dice: ${await resultOf(page)}`);
  await listen(tour, page);
  report.signIn.fill = stage.replica.log.some(
    (event) =>
      event.kind === 'signed-in' && event.via === 'fill' && event.rfc === report.imported?.rfc,
  );
  insist(report.signIn.fill, 'El portal no aceptó el formulario.');
}

async function signInWithDeadWorker(tour: Tour, page: Page): Promise<void> {
  const { stage, camera, tell, report, insist } = tour;
  tell('5. Entrar otra vez, y matar el proceso de la extensión a media firma.');
  const entriesBefore = await countHistory(stage.browser, 'authenticate');
  const eventsBefore = stage.replica.log.length;
  await page.goto(pages.bridge);
  const first = await nextApproval(stage.browser, () => page.click('#entrar'));
  const kill = await freezeAtSignature(stage.browser);
  const second = await nextApproval(stage.browser, async () => {
    await approve(first);
    await kill();
    tell('   Proceso muerto. La página vuelve a preguntar.');
  });
  await approve(second);
  tell(`   La página dice: ${await resultOf(page)}`);
  await camera(page, 'dentro-tras-la-muerte');
  await listen(tour, page);

  const signed = stage.replica.log
    .slice(eventsBefore)
    .flatMap((event) => (event.kind === 'signed-in' && event.via === 'bridge' ? [event] : []));
  const history = await openApp(stage.browser, 'historial');
  await camera(history, 'historial');
  await history.close();
  const entries = (await countHistory(stage.browser, 'authenticate')) - entriesBefore;
  report.serviceWorkerKilled = {
    askedAgain: signed.some(({ askedAgain }) => askedAgain),
    signaturesMade: new Set(signed.map(({ token }) => token)).size,
    auditEntries: entries,
  };
  insist(signed.length === 1, `El portal recibió ${signed.length} firmas en vez de una.`);
  insist(entries === 1, `El historial tiene ${entries} renglones en vez de uno.`);
}

function since(start: number): string {
  return `${Math.round(performance.now() - start)} ms`;
}

/** Adds what the page itself says to have heard. */
async function listen({ report }: Tour, page: Page): Promise<void> {
  report.pageMessagesHeard += Number(await page.locator('#mensajes').innerText());
}
