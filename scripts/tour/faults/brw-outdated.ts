import { releases } from '../../../src/diagnosis/releases.ts';
import { yearsFrom } from '../../../tests/pki/dates.ts';
import { disguise, identityArgs } from '../../identity.ts';
import { pages } from '../../person.ts';
import type { Fault } from './fault.ts';
import { settleIn } from './scene.ts';

/** At most of August 2024, one more than the extension needs; a year old by the replica's clock. */
function oldMajorAt(now: Date): number {
  const lastYear = yearsFrom(now, -1).toISOString();
  const old = Object.entries(releases.chrome).findLast(([, date]) => date < lastYear);
  return Math.min(128, Number(old?.[0] ?? 100));
}

/** The portal's page is empty in the browser that the person has. */
export default {
  id: 'brw.outdated',
  signedInAfter: null,
  async inject(scene) {
    const { replica, files, pki } = scene;
    const major = oldMajorAt(pki.now);
    await scene.launch();
    await settleIn(scene, files);
    const old = await scene.launch({ extraArgs: identityArgs({ major }) });
    const page = await old.context.newPage();
    const disguised = await disguise(old, { major });
    await disguised.dress(page);
    replica.faults.minimumMajor = major + 1;
    await page.goto(pages.fill, { waitUntil: 'networkidle' });
    return page;
  },
  /** The person brings the browser up to date, which the extension cannot. */
  async mend(scene) {
    await scene.launch();
  },
} as const satisfies Fault;
