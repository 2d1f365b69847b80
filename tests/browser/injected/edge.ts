/** A browser that passes for Edge by its text and its list of brands. The real one was never run. */
import type { Page } from 'playwright-core';
import { edge, disguise, identityArgs } from '../../../scripts/identity.ts';
import { seeFailureMark } from '../../../scripts/diagnosis-screen.ts';
import { pages } from '../../../scripts/person.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { releases } from '../../../src/diagnosis/releases.ts';
import type { InjectedFault, OpenBrowser } from './injected-fault.ts';

/** The first Edge that is not older than the extension needs. */
const old = Math.min(
  ...Object.keys(releases.edge)
    .map(Number)
    .filter((major) => major > 127),
);

/** The one that was the newest at some moment. */
function newestAt(now: Date): number {
  const today = now.toISOString();
  const dates = Object.entries(releases.edge).filter(([, date]) => date <= today);
  return Math.max(...dates.map(([major]) => Number(major)));
}

function openAs(majorOf: (scene: Scene) => number): OpenBrowser {
  return async (scene) => {
    await scene.launch();
    await settleIn(scene, scene.files);
    await scene.launch({ extraArgs: identityArgs({ major: majorOf(scene), brand: edge }) });
  };
}

async function visitAs(scene: Scene, major: number): Promise<Page> {
  const page = await scene.browser.context.newPage();
  const disguised = await disguise(scene.browser, { major, brand: edge });
  await disguised.dress(page);
  scene.replica.faults.minimumMajor = old + 1;
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  return page;
}

const asOld = openAs(() => old);

export const edgeFaults: readonly InjectedFault[] = [
  {
    id: 'edge-outdated',
    cause: 'brw.outdated',
    portal: 'buzon-imss',
    open: asOld,
    async inject(scene) {
      const page = await visitAs(scene, old);
      await seeFailureMark(scene.browser, page);
      return page;
    },
    signals: { brand: 'edge', lag: 'obsolete', uaMismatch: false, text: 'blank' },
    async twin(scene) {
      // The text of the worker is fixed when a browser starts.
      const major = newestAt(scene.pki.now);
      await scene.launch({ extraArgs: identityArgs({ major, brand: edge }) });
      return await visitAs(scene, major);
    },
  },
];
