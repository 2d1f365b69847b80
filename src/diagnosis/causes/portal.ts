import type { CauseRow } from './cause-row.ts';

/** The portal itself. */
export const portalCauses = [
  { id: 'portal.down', prior: 9, repair: 'watch-portal' },
  { id: 'portal.maintenance', prior: 6, repair: 'wait-a-while' },
  { id: 'portal.widget_down', prior: 5, repair: 'watch-portal' },
  { id: 'portal.intermittent', prior: 4, repair: 'watch-portal' },
  { id: 'portal.waf', prior: 3, repair: 'wait-a-while' },
  { id: 'portal.revocation_service', prior: 2, repair: 'tell-institute' },
  { id: 'portal.changed', prior: 2, repair: 'tell-institute' },
  { id: 'portal.wrong_expiry', prior: 2, repair: 'tell-institute' },
] as const satisfies readonly CauseRow[];
