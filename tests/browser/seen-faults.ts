/** The faults of the tour, each looked at as it happens, before the extension says what it is. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { deploys } from '../../replica/faults.ts';
import brwOutdated from '../../scripts/tour/faults/brw-outdated.ts';
import cacheStale from '../../scripts/tour/faults/cache-stale.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import extInterference from '../../scripts/tour/faults/ext-interference.ts';
import type { Fault } from '../../scripts/tour/faults/fault.ts';
import type { Scene } from '../../scripts/tour/faults/scene.ts';
import { until } from '../../scripts/worker.ts';
import { kindsOf, loaded, textOf } from './portal-page.ts';

/** The fault; what `look` finds otherwise is a failure of the tour. */
function seen(fault: Fault, look: (page: Page, scene: Scene, since: number) => unknown): Fault {
  return {
    ...fault,
    async inject(scene) {
      const since = scene.replica.log.length;
      const page = await fault.inject(scene);
      await look(page, scene, since);
      return page;
    },
  };
}

/** What a page and a worker say of the browser that they run in. */
const say = (): [string, string] => [
  navigator.userAgent,
  JSON.stringify(Reflect.get(navigator, 'userAgentData')),
];

export const seenFaults: readonly Fault[] = [
  seen(certExpired, async (page, { replica }) => {
    expect(await textOf(page)).toContain('no pudo ser realizada');
    expect(replica.log.at(-1)).toMatchObject({ kind: 'refused', code: 'expired' });
  }),
  seen(cacheStale, async (page) => {
    expect(await textOf(page)).toBe('');
    expect(await loaded(page)).toMatchObject({
      'entrada.js': { cached: true },
      [`buzon-${deploys[0]}.js`]: { cached: false, status: 404 },
    });
  }),
  // The dialog goes before anything was sent, and messages come.
  seen(extInterference, async (_page, { replica }, since) => {
    await until('The page hears four messages', () =>
      replica.log.slice(since).some((event) => 'count' in event && event.count === 4)
        ? true
        : undefined,
    );
    expect(kindsOf(replica.log.slice(since))).not.toContain('pair-accepted');
    expect(kindsOf(replica.log.slice(since))).not.toContain('refused');
  }),
  // An old browser gets an empty page, and says everywhere that it is old.
  seen(brwOutdated, async (page, { replica, browser }, since) => {
    expect(await textOf(page)).toBe('');
    expect(kindsOf(replica.log.slice(since))).toContain('minimumMajor');
    const worker = await browser.worker();
    for (const [userAgent, hints] of [await page.evaluate(say), await worker.evaluate(say)]) {
      expect(userAgent).toMatch(/ Chrome\/128\./);
      expect(hints).toContain('{"brand":"Google Chrome","version":"128"}');
    }
  }),
];
