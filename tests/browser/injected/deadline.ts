/** A day on which everybody is at the portals, by their clock. */
import { settleIn } from '../../../scripts/tour/faults/scene.ts';
import { makeCredential } from '../../pki/index.ts';
import { yearsFrom } from '../../pki/dates.ts';
import { visit } from './network-scene.ts';
import type { InjectedFault, OpenBrowser } from './injected-fault.ts';

/** Noon in Mexico City of a 17th that is a working day: on the portals' clock it is a deadline. */
export const deadlineNoon = new Date('2026-11-17T18:00:00Z');

/** Its e.firma is good on that day and on this computer's, however long after it that is. */
const openWithLongLife: OpenBrowser = async (scene) => {
  await scene.launch();
  const order = {
    file: 'larga',
    notBefore: yearsFrom(deadlineNoon, -1),
    notAfter: yearsFrom(deadlineNoon, 20),
  };
  await settleIn(scene, await makeCredential(scene.pki, order));
};

export const deadlineFaults: readonly InjectedFault[] = [
  {
    id: 'deadline-down',
    cause: 'portal.down',
    portal: 'buzon-imss',
    open: openWithLongLife,
    async inject(scene) {
      scene.replica.faults.down = 503;
      return await visit(scene);
    },
    signals: { http: 503, deadlineDay: true },
    twin: visit,
  },
];
