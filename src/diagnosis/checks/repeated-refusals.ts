import { defineCheck } from './check.ts';
import { manyRefusals } from '../many-refusals.ts';

/** After a few in a row some portals block the account, and some whoever comes from there. */
export default defineCheck({
  id: 'repeated-refusals',
  group: 'account',
  needs: ['account'],
  judge({ account: { failed = 0, failedThere = 0 } }) {
    const inARow = Math.max(failed, failedThere);
    if (inARow === 0) return { status: 'pass', evidence: [{ key: 'not_turned_down' }] };
    return {
      status: inARow >= manyRefusals ? 'warning' : 'pass',
      evidence: [{ key: 'turned_down', values: [inARow] }],
    };
  },
});
