/** A day on which everybody is at the portals, by their clock. */
import { visit } from './network-scene.ts';
import type { InjectedFault } from './injected-fault.ts';

/** Noon in Mexico City of the 17th of this month: on the portals' clock it is always a deadline. */
export function deadlineNoon(today = new Date()): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 17, 18));
}

export const deadlineFaults: readonly InjectedFault[] = [
  {
    id: 'deadline-down',
    cause: 'portal.down',
    portal: 'buzon-imss',
    async inject(scene) {
      scene.replica.faults.down = 503;
      return await visit(scene);
    },
    signals: { http: 503, deadlineDay: true },
    twin: visit,
  },
];
