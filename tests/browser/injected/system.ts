/** Windows that browsers no longer come out for, in a browser that passes for one there. */
import type { Page } from 'playwright-core';
import { disguise, identityArgs, type Disguise, type Identity } from '../../../scripts/identity.ts';
import { pages } from '../../../scripts/person.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { releases } from '../../../src/diagnosis/releases.ts';
import { failed } from './buzon.ts';
import type { InjectedFault, OpenBrowser } from './injected-fault.ts';
import { lab, visitInHealth, withDoors, withDoorsAndSat, withSat } from './network-scene.ts';
import { serveOldTls } from './old-servers.ts';
import { behind, identityOf } from './network-scene.ts';
import { wrongEverywhere } from './tls.ts';

/** What each Windows calls itself (`platformVersion` of UA Client Hints). */
const windows = { 7: '0.1.0', '8.1': '0.3.0', 10: '10.0.0' } as const;

const majors = Object.keys(releases.chrome).map(Number);
/** The first that is not older than the extension needs. */
const oldest = Math.min(...majors.filter((major) => major > 127));

function newestAt(now: Date): number {
  const today = now.toISOString();
  const dates = Object.entries(releases.chrome).filter(([, date]) => date <= today);
  return Math.max(...dates.map(([major]) => Number(major)));
}

function onWindows(version: keyof typeof windows, major: number): Identity {
  return { major, platform: 'Windows', platformVersion: windows[version] };
}

async function visitAs(scene: Scene, identity: Identity): Promise<Page> {
  const page = await scene.browser.context.newPage();
  const { dress } = await disguise(scene.browser, identity);
  await dress(page);
  scene.replica.faults.minimumMajor = oldest + 1;
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  return page;
}

/** The portal wants a newer browser, and there is none for this system. */
function blankOn(version: 7 | '8.1'): InjectedFault {
  const identity = onWindows(version, oldest);
  return {
    id: `system-windows-${String(version).replace('.', '-')}`,
    cause: 'os.unsupported',
    portal: 'buzon-imss',
    async open(scene) {
      await scene.launch();
      await settleIn(scene, scene.files);
      await scene.launch({ extraArgs: identityArgs(identity) });
    },
    inject: async (scene) => failed(scene, await visitAs(scene, identity)),
    signals: { os: 'unsupported', lag: 'obsolete', text: 'blank', uaMismatch: false },
    async twin(scene) {
      const healthy = onWindows(10, newestAt(scene.pki.now));
      // The text of the worker is fixed when a browser starts.
      await scene.launch({ extraArgs: identityArgs(healthy) });
      return await visitAs(scene, healthy);
    },
  };
}

let worn: Disguise | undefined;

/** From now on the browser that runs says that it is in that Windows, and nothing else new. */
async function moveTo({ browser }: Scene, version: keyof typeof windows): Promise<void> {
  await worn?.undress();
  const major = Number.parseInt(browser.context.browser()?.version() ?? '', 10);
  worn = await disguise(browser, onWindows(version, major));
}

/** Between that system and the portal there is no secure connection; in Windows 10 there is. */
function cutOffOn(
  version: 7 | '8.1',
  open: OpenBrowser,
  fault: Pick<InjectedFault, 'cause' | 'id' | 'inject' | 'signals'>,
): InjectedFault {
  return {
    ...withSat,
    ...fault,
    async open(scene) {
      await open(scene);
      worn = undefined;
    },
    async inject(scene) {
      await moveTo(scene, version);
      return await fault.inject(scene);
    },
    async twin(scene) {
      await moveTo(scene, 10);
      return await visitInHealth(scene);
    },
  };
}

const cutOff = [
  cutOffOn(7, withDoors, {
    id: 'system-windows-7-tls',
    cause: 'tls.version',
    inject: async (scene) =>
      behind({ portal: await serveOldTls(identityOf(scene, 'none')) })(scene),
    signals: { os: 'unsupported', net: 'SSL_VERSION_OR_CIPHER_MISMATCH', ctrl: 'ok' },
  }),
  cutOffOn('8.1', withDoorsAndSat, {
    id: 'system-windows-8-1-roots',
    cause: 'os.roots_old',
    inject: (scene) => wrongEverywhere(scene, 'unknown_issuer'),
    signals: { os: 'unsupported', net: 'CERT_AUTHORITY_INVALID', ctrl: 'cert' },
  }),
];

export const systemFaults: readonly InjectedFault[] = [
  blankOn(7),
  blankOn('8.1'),
  ...cutOff.map((fault) => ({ ...fault, needs: lab })),
];
