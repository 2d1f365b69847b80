import { defineCheck } from './check.ts';

/** Two tabs share one session: what one does, the other undoes. */
export default defineCheck({
  id: 'duplicate-tabs',
  group: 'site_data',
  needs: ['session'],
  judge({ session: { portalTabs } }) {
    return {
      status: portalTabs > 1 ? 'warning' : 'pass',
      evidence: [{ key: 'portal_tabs', values: [portalTabs] }],
    };
  },
});
