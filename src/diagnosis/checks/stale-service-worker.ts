import { hasFailed } from '../has-failed.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/** The same as a stale cache, when a program that the portal left in the browser served it. */
export default defineCheck({
  id: 'stale-service-worker',
  group: 'site_data',
  needs: ['page'],
  judge({ page }) {
    const { missingChunks, fromServiceWorker } = page;
    if (fromServiceWorker === 0) {
      return { status: 'pass', evidence: [{ key: 'no_service_worker' }] };
    }
    const served: CheckEvidence = { key: 'files_from_service_worker', values: [fromServiceWorker] };
    if (missingChunks === 0) return { status: 'pass', evidence: [served] };
    return {
      status: hasFailed(page) ? 'fail' : 'warning',
      evidence: [{ key: 'files_gone', values: [missingChunks] }, served],
      repair: 'clear-site-cache',
    };
  },
});
