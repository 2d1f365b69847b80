/** Changes that outlive the browser, out of the journal of what they are. */
import type { RepairId } from '../diagnosis/index.ts';
import { listRules } from '../repairs/rules-journal.ts';
import type { SiteRule } from '../storage.ts';
import type { KeptChange } from './changes.ts';

const repairOf = {
  popups: 'allow-popups',
  cookies: 'allow-cookies',
  javascript: 'allow-javascript',
} as const satisfies Record<SiteRule['kind'], RepairId>;

/** As if the browser had never been closed since. */
export async function listLastingChanges(): Promise<KeptChange[]> {
  return (await listRules()).map(({ change, portal, kind, origins, at }) => ({
    id: change,
    repair: repairOf[kind],
    portal,
    at,
    names: origins.map((origin) => new URL(origin).host),
    state: 'done',
    isTemporary: false,
    isLasting: true,
    snapshot: change,
  }));
}
