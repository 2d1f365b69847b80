import { pages } from '../../person.ts';
import { runRepairOnScreen } from '../../diagnosis-screen.ts';
import type { Fault } from './fault.ts';
import { settleIn } from './scene.ts';

/** A script that the browser kept asks for a part that the next deploy has taken away. */
export default {
  id: 'cache.stale',
  signedInAfter: true,
  async inject(scene) {
    const { replica, files } = scene;
    const { context } = await scene.launch();
    await settleIn(scene, files);
    replica.faults.deploy = 'previous';
    const yesterday = await context.newPage();
    await yesterday.goto(pages.fill);
    await yesterday.locator('#formFirmaDigital').waitFor();
    await yesterday.close();

    replica.faults.deploy = 'current';
    const page = await context.newPage();
    await page.goto(pages.fill, { waitUntil: 'networkidle' });
    return page;
  },
  async mend(_scene, screen) {
    await runRepairOnScreen(screen);
  },
} as const satisfies Fault;
