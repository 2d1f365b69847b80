import type { Evidence } from './evidence.ts';
import type { BrowserFacts } from './facts.ts';
import { identifyBrowser, type BrowserIdentity } from './identify-browser.ts';
import { supersededDays } from './superseded.ts';
import { windowsVersion } from './windows-version.ts';

export type BrowserSignals = Pick<Evidence, 'brand' | 'lag' | 'os' | 'mobile' | 'uaMismatch'>;

/** `minimum_chrome_version` of the manifest: an older one does not run the extension. */
export const minimumMajor = 127;

/** Whole days since a newer version came out, up to which a browser is `current`, or `behind`. */
const currentDays = 56;
const behindDays = 182;

/** How old it is; undefined when it does not say its version. */
function lagOf(identity: BrowserIdentity, at: Date): Evidence['lag'] {
  const { channel, major, chromiumMajor = major } = identity;
  if (major === undefined || chromiumMajor === undefined) return undefined;
  if (chromiumMajor < minimumMajor) return 'obsolete';
  const days = supersededDays(channel, major, at);
  if (days <= currentDays) return 'current';
  return days <= behindDays ? 'behind' : 'obsolete';
}

/** What a browser says of itself, as evidence. What it does not say is left out. */
export function judgeBrowser(facts: BrowserFacts, at: Date): BrowserSignals {
  const identity = identifyBrowser(facts);
  const { brand, chromiumMajor } = identity;
  const lag = lagOf(identity, at);
  const windows = windowsVersion(facts);
  return {
    brand,
    ...(lag && { lag }),
    ...(facts.mobile && { mobile: true }),
    ...(windows && { os: windows === '7_or_8' ? 'unsupported' : 'supported' }),
    ...(chromiumMajor !== undefined && { uaMismatch: facts.uaMajor !== chromiumMajor }),
  };
}
