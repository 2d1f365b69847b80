import { FirmaError } from '../errors.ts';
import type { PreviewItem } from '../messages.ts';
import { originsOf, type Portal } from '../portals/index.ts';
import type { SiteRule } from '../storage.ts';
import type { RepairContext, Repaired, RunContext } from './repair.ts';
import { addRule, mayChangeSites, settingAt, takeRuleBack } from './rules-journal.ts';

/** Lets the portal do one thing that the browser keeps it from, at its own hosts only. */
export function allowSetting(
  kind: SiteRule['kind'],
  originsFor: (portal: Portal) => readonly string[] = originsOf,
) {
  return {
    kind: 'automatic',
    undoMinutes: 0,
    needs: 'contentSettings',
    isLasting: true,

    /** The hosts where it is kept from it now. */
    async preview({ portal }: RepairContext): Promise<PreviewItem[]> {
      if (!(await mayChangeSites())) return [];
      const blocked = await blockedAt(kind, originsFor(portal));
      return blocked.map((origin) => ({ kind: `${kind}_blocked`, name: new URL(origin).host }));
    },

    /** @throws FirmaError `site_settings_missing` */
    async check(): Promise<void> {
      if (!(await mayChangeSites())) throw new FirmaError('site_settings_missing');
    },

    /** @throws FirmaError `site_setting_allowed` where nothing keeps it from it */
    async prepare({ portal, changeId }: RunContext): Promise<Repaired> {
      const origins = await blockedAt(kind, originsFor(portal));
      if (origins.length === 0) throw new FirmaError('site_setting_allowed');
      return { names: hostsOf(origins), snapshot: changeId };
    },

    /**
     * Where it is kept from it, and nowhere else.
     * @throws FirmaError `site_settings_missing`, `site_setting_managed`, `site_setting_allowed`:
     * nothing is changed
     */
    async run({ portal, at }: RunContext, change: string): Promise<Repaired> {
      const origins = await blockedAt(kind, originsFor(portal));
      if (origins.length === 0) throw new FirmaError('site_setting_allowed');
      await addRule({ change, portal: portal.id, kind, origins, at });
      return { names: hostsOf(origins), snapshot: change };
    },

    /** @throws FirmaError `site_settings_missing` */
    async undo(change: string): Promise<void> {
      await takeRuleBack(change);
    },
  } as const;
}

function hostsOf(origins: readonly string[]): string[] {
  return origins.map((origin) => new URL(origin).host);
}

async function blockedAt(kind: SiteRule['kind'], origins: readonly string[]): Promise<string[]> {
  const settings = await Promise.all(origins.map((origin) => settingAt(kind, origin)));
  // Cookies that last as long as the browser is open are enough to sign in.
  return origins.filter((_, at) => !['allow', 'session_only'].includes(settings[at] ?? ''));
}
