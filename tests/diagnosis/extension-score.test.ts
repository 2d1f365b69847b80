import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostSuspicious, scoreExtension, suspects } from '../../src/diagnosis/extension-score.ts';
import type { OtherExtension, PageFacts } from '../../src/diagnosis/index.ts';
import { pageFacts } from './page-facts.ts';

const accesses = ['none', 'some_sites', 'all_sites', 'portal'] as const;
/** Every permission that weighs something, and some that do not. */
const permissions = [
  'proxy',
  'debugger',
  'declarativeNetRequest',
  'declarativeNetRequestWithHostAccess',
  'webRequestBlocking',
  'userScripts',
  'webRequest',
  'scripting',
  'privacy',
  'contentSettings',
  'cookies',
  'nativeMessaging',
  'management',
  'storage',
  'alarms',
  'tabs',
];

function anExtension(facts: Partial<OtherExtension> = {}): OtherExtension {
  return {
    id: 'a',
    name: 'Una',
    version: '1',
    access: 'portal',
    permissions: [],
    isForced: false,
    ...facts,
  };
}

const anyExtension = fc
  .record({
    id: fc.uuid(),
    name: fc.string({ maxLength: 8 }),
    access: fc.constantFrom(...accesses),
    permissions: fc.subarray(permissions),
    isForced: fc.boolean(),
  })
  .map(anExtension);

const anyPage = fc
  .option(fc.record({ blocked: fc.nat(3), foreignMessages: fc.nat(3) }), { nil: undefined })
  .map((traces): PageFacts | undefined => traces && pageFacts(traces));

describe('the score', () => {
  test.each<[score: number, facts: Partial<OtherExtension>, page?: Partial<PageFacts>]>([
    [35, { access: 'portal', permissions: ['storage'] }],
    [30, { access: 'all_sites' }],
    [15, { access: 'some_sites' }],
    [0, { access: 'none', permissions: ['cookies', 'scripting', 'webRequest', 'management'] }],
    [0, { access: 'none' }, { blocked: 5, foreignMessages: 5 }],
    [25, { access: 'none', permissions: ['proxy'] }],
    [20, { access: 'none', permissions: ['debugger'] }],
    [20, { access: 'none', permissions: ['declarativeNetRequest'] }],
    [60, { access: 'none', permissions: ['declarativeNetRequest'] }, { blocked: 1 }],
    [0, { access: 'none', permissions: ['declarativeNetRequestWithHostAccess'] }, { blocked: 1 }],
    [
      90,
      { access: 'all_sites', permissions: ['declarativeNetRequestWithHostAccess'] },
      { blocked: 1 },
    ],
    [60, { access: 'portal' }, { foreignMessages: 1 }],
    [35, { access: 'portal' }, { blocked: 1 }],
    [20, { access: 'none', permissions: ['declarativeNetRequest'] }, { foreignMessages: 1 }],
    // A group counts once, and no score exceeds 100.
    [50, { access: 'all_sites', permissions: ['declarativeNetRequest', 'webRequestBlocking'] }],
    [38, { access: 'all_sites', permissions: ['privacy', 'contentSettings'] }],
    [100, { access: 'portal', permissions }, { blocked: 1, foreignMessages: 1 }],
  ])('is %i for %j with %j', (score, facts, page) => {
    expect(scoreExtension(anExtension(facts), page && pageFacts(page))).toBe(score);
  });

  test('lies between 0 and 100, and is 0 for those that cannot touch the portal', () => {
    const reaching = ['proxy', 'debugger', 'declarativeNetRequest'];
    fc.assert(
      fc.property(anyExtension, anyPage, (extension, page) => {
        const score = scoreExtension(extension, page);
        const reaches =
          extension.access !== 'none' ||
          extension.permissions.some((one) => reaching.includes(one));
        return reaches ? score > 0 && score <= 100 : score === 0;
      }),
    );
  });

  test('never falls with one more permission, more access or a trace more', () => {
    fc.assert(
      fc.property(
        anyExtension,
        anyPage,
        fc.constantFrom(...permissions),
        (extension, page, one) => {
          const score = scoreExtension(extension, page);
          const more = { ...extension, permissions: [...extension.permissions, one] };
          const portal: OtherExtension = { ...extension, access: 'portal' };
          const traces = { blocked: 9, foreignMessages: 9 };
          return [
            scoreExtension(more, page),
            scoreExtension(portal, page),
            scoreExtension(extension, pageFacts(traces)),
          ].every((other) => other >= score);
        },
      ),
    );
  });

  test('knows no names: id, name, version and who installed it change nothing', () => {
    fc.assert(
      fc.property(anyExtension, anyPage, fc.string(), fc.boolean(), (extension, page, text, is) => {
        const renamed = { ...extension, id: text, name: text, version: text, isForced: is };
        return scoreExtension(renamed, page) === scoreExtension(extension, page);
      }),
    );
  });
});

describe('suspects', () => {
  test('are those of 30 and more, the worst first, in the same order however they come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyExtension, { selector: ({ id }) => id }),
        anyPage,
        (others, page) => {
          const found = suspects({ others, paused: [] }, page);
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          expect(scores.every((score) => score >= 30)).toBe(true);
          const worst = mostSuspicious({ others, paused: [] }, page);
          expect(Math.max(0, ...others.map((one) => scoreExtension(one, page)))).toBe(worst);
          expect(scores[0] ?? 0).toBe(worst >= 30 ? worst : 0);
          expect(
            suspects({ others: others.toReversed(), paused: [] }, page).map(({ score }) => score),
          ).toEqual(scores);
        },
      ),
    );
  });

  test('are none without other extensions', () => {
    expect(suspects({ others: [], paused: [] })).toEqual([]);
    expect(mostSuspicious({ others: [], paused: [] })).toBe(0);
  });
});
