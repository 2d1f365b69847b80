import { defineCheck } from './check.ts';

/** Without the scripts of its pages no portal takes an e.firma. */
export default defineCheck({
  id: 'blocked-scripts',
  group: 'browser',
  needs: ['document'],
  judge({ document: { scripts } }) {
    return scripts === 'allow'
      ? { status: 'pass', evidence: [{ key: 'scripts_run' }] }
      : { status: 'fail', evidence: [{ key: 'scripts_blocked' }] };
  },
});
