/** The faults of the tour, without its walk: each sets its own browser. */
import { faults } from '../../../scripts/tour/faults/index.ts';
import type { CauseId } from '../../../src/diagnosis/index.ts';
import { seeFailureMark } from '../../../scripts/diagnosis-screen.ts';
import type { ExpectedSignals, InjectedFault } from './injected-fault.ts';

/** What the worker has to judge each of them by. */
const signals: Partial<Record<CauseId, ExpectedSignals>> = {
  'cert.expired': { cert: 'expired', certByServerTime: 'expired', key: 'ok', pwd: 'ok' },
  'cache.stale': { chunkError: true, text: 'blank' },
  'ext.interference': {
    foreignMsg: (messages) => messages > 0,
    widget: 'closed_early',
    extScore: (score) => score > 0,
  },
  'brw.outdated': { lag: 'obsolete', text: 'blank' },
};

export const tourFaults: readonly InjectedFault[] = faults.map((fault) => ({
  id: `tour-${fault.id.replaceAll('.', '-')}`,
  cause: fault.id,
  portal: 'buzon-imss',
  // One of its own each: the fault itself starts the browser.
  open: async () => undefined,
  async inject(scene) {
    const page = await fault.inject(scene);
    await seeFailureMark(scene.browser, page);
    return page;
  },
  signals: signals[fault.id] ?? {},
  twin: 'The tour signs in after mending it.',
}));
