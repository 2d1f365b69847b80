/** Which other extensions are seen, by the browser's own warnings, and how suspicious they are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOfOther, type OtherExtensionName } from '../../scripts/other-extensions.ts';
import { suspects } from '../../src/diagnosis/extension-score.ts';
import type { ExtensionsFacts } from '../../src/diagnosis/index.ts';
import { accessOf, readReferenceWarnings } from '../../src/evidence/extension-access.ts';
import { pageFacts } from '../diagnosis/page-facts.ts';
import { setNeighbourhood, type Neighbourhood } from './extensions.ts';
import { tellWorker } from './page-api.ts';

describe('without the permission', () => {
  let here: Neighbourhood;
  beforeAll(async () => {
    here = await setNeighbourhood(['interfering'], { isGranted: false });
  });
  afterAll(() => here.close());

  test('the preview shows nobody and says what it needs', async () => {
    expect(await here.preview()).toMatchObject({ items: [], needs: 'management' });
  });

  test('nothing is paused, and the reason is told', async () => {
    expect((await here.pause(['interfering'])).err?.code).toBe('management_missing');
    expect(await here.isOn('interfering')).toBe(true);
    expect(await here.journal()).toBeUndefined();
  });

  test('the rest of the worker answers', async () => {
    expect(await tellWorker(here.app, 'isUnlocked', undefined)).toEqual({ res: false });
  });
});

describe('with it', () => {
  let here: Neighbourhood;
  const names = [
    'interfering',
    'renamed',
    'harmless',
    'everywhere',
    'blocker',
    'elsewhere',
    'government',
    'crowd',
    'lookalike',
    'powerless',
    'theme',
  ] as const satisfies readonly OtherExtensionName[];
  beforeAll(async () => {
    here = await setNeighbourhood(names);
  });
  afterAll(() => here.close());

  test('everybody who can touch the portal is shown, and nobody else', async () => {
    const { items } = await here.preview();
    expect(items.map(({ name, score }) => [name, score])).toEqual(
      (
        [
          ['interfering', 35],
          ['renamed', 35],
          ['harmless', 35],
          ['government', 35],
          ['everywhere', 30],
          ['blocker', 20],
          ['crowd', 15],
        ] as const
      )
        .map(([name, score]) => [nameOfOther(name), score] as const)
        .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    );
    expect(items.every(({ isForced }) => isForced === false)).toBe(true);
  });

  test.each([
    ['foreignMessages', ['interfering', 'renamed', 'harmless', 'government'], ['blocker']],
    ['blocked', ['blocker'], ['interfering', 'renamed', 'harmless', 'government']],
  ] as const)(
    '%s make very suspicious those who can have left them',
    async (trace, who, others) => {
      const found = suspects(await facts(), pageFacts({ [trace]: 2 }));
      const verySuspicious = found
        .filter(({ score }) => score >= 60)
        .map(({ extension }) => extension.name);
      expect(verySuspicious.toSorted()).toEqual(who.map(nameOfOther).toSorted());
      expect(verySuspicious).not.toEqual(expect.arrayContaining(others.map(nameOfOther)));
    },
  );

  test('the one that blocks stops a script of the portal, and the browser says so', async () => {
    const failed = here.portal.waitForEvent('requestfailed');
    await here.portal.reload();
    expect((await failed).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_CLIENT');
  });

  test('without a trace nobody is very suspicious', async () => {
    const found = suspects(await facts(), pageFacts());
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ score }) => score >= 60)).toEqual([]);
  });

  /** What the browser says of everybody, judged as the extension does. */
  async function facts(): Promise<ExtensionsFacts> {
    const worker = await here.browser.worker();
    const references = await readReferenceWarnings((manifest) =>
      worker.evaluate((text) => chrome.management.getPermissionWarningsByManifest(text), manifest),
    );
    const installed = await worker.evaluate(async () => {
      const all = await chrome.management.getAll();
      const others = all.filter(({ id }) => id !== chrome.runtime.id);
      return await Promise.all(
        others.map(async (other) => ({
          ...other,
          warnings: await chrome.management.getPermissionWarningsById(other.id),
        })),
      );
    });
    const others = installed.map(
      ({ id, name, version, permissions, hostPermissions, warnings }) => ({
        id,
        name,
        version,
        permissions,
        access: accessOf(warnings, hostPermissions, references),
        isForced: false,
      }),
    );
    return { others, paused: [] };
  }
});
