import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { originsOf, type Portal } from '../portals/index.ts';
import { openAnew, previewAnew } from './open-anew.ts';
import type { AutomaticRepair } from './repair.ts';

/**
 * The access itself is the person's to give, in their click. This is what comes after: a page that
 * was open before has no script of ours in it, so the sign-in page is opened anew.
 */
export default {
  id: 'grant-access',
  kind: 'automatic',
  undoMinutes: 0,
  needs: 'portalAccess',
  reloads: true,
  reach: 'site',
  async preview(context) {
    return (await hasAccess(context.portal)) ? previewAnew(context) : [];
  },
  /** @throws FirmaError `portal_access_missing` */
  async check({ portal }) {
    if (!(await hasAccess(portal))) throw new FirmaError('portal_access_missing');
  },
  run: openAnew,
} as const satisfies AutomaticRepair;

async function hasAccess(portal: Portal): Promise<boolean> {
  const origins = originsOf(portal).map((origin) => `${origin}/*`);
  return await browser.permissions.contains({ origins });
}
