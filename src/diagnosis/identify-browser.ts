import type { Evidence } from './evidence.ts';
import type { BrowserFacts } from './facts.ts';
import type { ReleaseChannel } from './superseded.ts';

type Brand = NonNullable<Evidence['brand']>;

export interface BrowserIdentity {
  brand: Brand;
  /** Whose release dates are its own. */
  channel: ReleaseChannel;
  /** As the browser calls itself. */
  name?: string;
  /** Of Chrome or Edge; of any other, that of the Chromium in it. */
  major?: number;
  chromiumMajor?: number;
}

/**
 * The most specific first: all of them carry Chromium too, and some Google Chrome. Names that are
 * not here, the made-up ones among them, say nothing.
 */
const knownBrands: readonly (readonly [name: string, brand: Brand])[] = [
  ['Microsoft Edge', 'edge'],
  ['Brave', 'chromium_other'],
  ['Opera', 'chromium_other'],
  ['Opera GX', 'chromium_other'],
  ['Vivaldi', 'chromium_other'],
  ['Google Chrome', 'chrome'],
  ['Chromium', 'chromium_other'],
];

/** Which browser it is by its own list of brands; `unsupported` when no name in it is known. */
export function identifyBrowser({ brands }: Pick<BrowserFacts, 'brands'>): BrowserIdentity {
  const majorOf = (name: string) => {
    const version = brands.find(({ brand }) => brand === name)?.version;
    return Number.isInteger(version) ? version : undefined;
  };
  const known = knownBrands.find(([name]) => brands.some(({ brand }) => brand === name));
  if (!known) return { brand: 'unsupported', channel: 'chrome' };
  const [name, brand] = known;
  const chromiumMajor = majorOf('Chromium');
  const major = brand === 'chromium_other' ? chromiumMajor : majorOf(name);
  return {
    brand,
    channel: brand === 'edge' ? 'edge' : 'chrome',
    name,
    ...(major !== undefined && { major }),
    ...(chromiumMajor !== undefined && { chromiumMajor }),
  };
}
