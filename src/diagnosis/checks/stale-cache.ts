import { hasFailed } from '../has-failed.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/** A page kept from before asks for files that the portal has replaced since. */
export default defineCheck({
  id: 'stale-cache',
  group: 'site_data',
  needs: ['page'],
  judge({ page }) {
    const { missingChunks, fromCache, fromServiceWorker, bypassCacheOk } = page;
    if (bypassCacheOk) {
      return {
        status: 'fail',
        evidence: [{ key: 'worked_without_cache' }],
        repair: 'clear-site-cache',
      };
    }
    if (missingChunks === 0) return { status: 'pass', evidence: [{ key: 'no_file_gone' }] };
    // Another check tells of the service worker, which keeps a cache of its own.
    if (fromServiceWorker > 0) return { status: 'not_applicable' };
    const gone: CheckEvidence = { key: 'files_gone', values: [missingChunks] };
    return fromCache > 0
      ? {
          status: hasFailed(page) ? 'fail' : 'warning',
          evidence: [gone, { key: 'files_from_cache', values: [fromCache] }],
          repair: 'clear-site-cache',
        }
      : { status: 'warning', evidence: [gone], repair: 'reload-without-cache' };
  },
});
