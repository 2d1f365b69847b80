import type { PreviewItem } from '../messages.ts';
import { addressOf } from '../portals/index.ts';
import { openSignInPage } from './load-page.ts';
import type { RepairContext, Repaired } from './repair.ts';

/**
 * What opening the sign-in page would touch. Where no tab shows it, a new one is opened: nobody's
 * page is taken from them.
 */
export function previewAnew({ portal, tabId }: RepairContext): PreviewItem[] {
  return tabId === undefined
    ? [{ kind: 'new_tab', name: addressOf(portal) }]
    : [{ kind: 'tab', name: portal.host }];
}

/** Opens it by its official address. Nothing that was sent before is sent again. */
export async function openAnew({ portal, tabId }: RepairContext): Promise<Repaired> {
  return { names: [portal.host], opened: await openSignInPage(portal, tabId) };
}
