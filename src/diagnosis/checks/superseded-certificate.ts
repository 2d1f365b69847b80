import { defineCheck } from './check.ts';

/** Portals know the renewed one. */
export default defineCheck({
  id: 'superseded-certificate',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { superseded } }) {
    return {
      status: superseded ? 'warning' : 'pass',
      evidence: [{ key: superseded ? 'newer_certificate' : 'newest_certificate' }],
    };
  },
});
