import type { BrowserFacts } from './facts.ts';

export type WindowsVersion = '7_or_8' | '10' | '11';

/**
 * `platformVersion` tells them apart, since the text of the user agent is frozen: 0.1, 0.2 and 0.3
 * are Windows 7, 8 and 8.1, 1 to 10 Windows 10, 13 and up Windows 11 (UA Client Hints section 6.2).
 */
const versions: readonly (readonly [pattern: RegExp, version: WindowsVersion])[] = [
  [/^0\.[123](\.|$)/, '7_or_8'],
  [/^([1-9]|10)(\.|$)/, '10'],
  [/^[1-9]\d+(\.|$)/, '11'],
];

/** Which Windows it is; undefined for other systems, and when it does not say. */
export function windowsVersion({
  platform,
  platformVersion,
}: Pick<BrowserFacts, 'platform' | 'platformVersion'>): WindowsVersion | undefined {
  if (platform !== 'Windows') return undefined;
  return versions.find(([pattern]) => pattern.test(platformVersion))?.[1];
}
