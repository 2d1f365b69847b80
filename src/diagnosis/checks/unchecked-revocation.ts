import { defineCheck } from './check.ts';

/** Nobody asks the SAT, and not knowing is not being fine. */
export default defineCheck({
  id: 'unchecked-revocation',
  group: 'certificate',
  needs: ['credential'],
  judge() {
    return { status: 'unknown', evidence: [{ key: 'revocation_not_asked' }] };
  },
});
