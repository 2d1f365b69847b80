import { hasFailed } from '../has-failed.ts';
import { defineCheck } from './check.ts';

/** Only another extension stops a file of the portal in this way; one that is not missed may go. */
export default defineCheck({
  id: 'blocked-resource',
  group: 'extensions',
  needs: ['page'],
  judge({ page }) {
    const { blocked } = page;
    if (blocked === 0) return { status: 'pass', evidence: [{ key: 'no_file_blocked' }] };
    return {
      status: hasFailed(page) ? 'fail' : 'warning',
      evidence: [{ key: 'files_blocked', values: [blocked] }],
      repair: 'pause-extensions',
    };
  },
});
