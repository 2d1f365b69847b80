import { defineCheck } from './check.ts';

/** A portal goes on knowing the e.firma that somebody came with before, until they tell it. */
export default defineCheck({
  id: 'unknown-efirma',
  group: 'account',
  needs: ['account', 'credential'],
  judge({ account: { entered } }) {
    if (entered === undefined) return { status: 'not_applicable', missing: 'no_entry' };
    return entered === 'with_this'
      ? { status: 'pass', evidence: [{ key: 'entered_with_this' }] }
      : { status: 'warning', evidence: [{ key: 'entered_with_older' }] };
  },
});
