import { defineCheck } from './check.ts';

/** The browser lets a person take an extension's access to a site away. */
export default defineCheck({
  id: 'withheld-site-access',
  group: 'browser',
  needs: ['settings'],
  judge({ settings: { ownAccess } }) {
    return ownAccess === 'granted'
      ? { status: 'pass', evidence: [{ key: 'access_granted' }] }
      : { status: 'fail', evidence: [{ key: 'access_withheld' }] };
  },
});
