/** How much another extension may have to do with a failed sign-in: a suspicion, never a proof. */
import type { ExtensionsFacts, OtherExtension, PageFacts } from './facts.ts';

export interface Suspect {
  extension: OtherExtension;
  /** 0 to 100 */
  score: number;
}

/** From these scores on, it is worth showing, and very suspicious. */
export const worthShowing = 30;
export const verySuspicious = 60;

const accessWeights: Readonly<Record<OtherExtension['access'], number>> = {
  portal: 35,
  all_sites: 30,
  some_sites: 15,
  none: 0,
};

/** Each group counts once. */
const powers: readonly { permissions: readonly string[]; weight: number }[] = [
  { permissions: ['proxy'], weight: 25 },
  { permissions: ['debugger'], weight: 20 },
  {
    permissions: [
      'declarativeNetRequest',
      'declarativeNetRequestWithHostAccess',
      'webRequestBlocking',
    ],
    weight: 20,
  },
  { permissions: ['userScripts'], weight: 15 },
  { permissions: ['webRequest'], weight: 8 },
  { permissions: ['scripting'], weight: 8 },
  { permissions: ['privacy', 'contentSettings'], weight: 8 },
  { permissions: ['cookies'], weight: 5 },
  { permissions: ['nativeMessaging', 'management'], weight: 3 },
];

/** These touch every page, or the way to it, without access to the data of a single site. */
const reachEverything = ['proxy', 'debugger', 'declarativeNetRequest'];
const blockEverywhere = ['debugger', 'declarativeNetRequest'];
const blockWithAccess = ['declarativeNetRequestWithHostAccess', 'webRequestBlocking'];

/** What was seen in the page, and who can have done it. */
const traces: readonly {
  count: (page: PageFacts) => number;
  canLeave: (extension: OtherExtension) => boolean;
  weight: number;
}[] = [
  { count: ({ blocked }) => blocked, canLeave: canBlock, weight: 40 },
  { count: ({ foreignMessages }) => foreignMessages, canLeave: canInject, weight: 25 },
];

/**
 * 0 to 100, by what it may do and by what was seen in the page, if anything was; 0 for one that cannot
 * touch the portal at all.
 */
export function scoreExtension(extension: OtherExtension, page?: PageFacts): number {
  if (!hasAccess(extension) && !hasAny(extension, reachEverything)) return 0;
  const power = powers.filter(({ permissions }) => hasAny(extension, permissions));
  const seen = traces.filter(
    ({ count, canLeave }) => page !== undefined && count(page) > 0 && canLeave(extension),
  );
  const weights = [...power, ...seen].map(({ weight }) => weight);
  const sum = weights.reduce((all, weight) => all + weight, accessWeights[extension.access]);
  return Math.min(sum, 100);
}

/** The highest score of all, 0 when there is no other extension. */
export function mostSuspicious({ others }: ExtensionsFacts, page?: PageFacts): number {
  return Math.max(0, ...others.map((extension) => scoreExtension(extension, page)));
}

/** Those worth showing, the most suspicious first. */
export function suspects({ others }: ExtensionsFacts, page?: PageFacts): Suspect[] {
  return others
    .map((extension) => ({ extension, score: scoreExtension(extension, page) }))
    .filter(({ score }) => score >= worthShowing)
    .toSorted((a, b) => b.score - a.score || a.extension.name.localeCompare(b.extension.name));
}

function hasAccess({ access }: OtherExtension): boolean {
  return access !== 'none';
}

function hasAny({ permissions }: OtherExtension, names: readonly string[]): boolean {
  return names.some((name) => permissions.includes(name));
}

function canBlock(extension: OtherExtension): boolean {
  return (
    hasAny(extension, blockEverywhere) ||
    (hasAccess(extension) && hasAny(extension, blockWithAccess))
  );
}

function canInject(extension: OtherExtension): boolean {
  return hasAccess(extension) || hasAny(extension, ['debugger']);
}
