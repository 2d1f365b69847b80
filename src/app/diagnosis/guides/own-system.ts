/** Whose steps there are; the locale key of a name is `system_<id>`. */
export const systems = ['windows_11', 'windows_10', 'mac', 'linux', 'chrome_os'] as const;

export type System = (typeof systems)[number];

/** UA Client Hints; `platformVersion` is told later than the rest. */
export interface SystemHints {
  platform: string;
  platformVersion?: string;
}

/** What Windows 10 tells at most; 11 begins at 13 (UA Client Hints section 6.2). */
const lastMajorOf10 = 10;

const others: ReadonlyMap<string, System> = new Map([
  ['macOS', 'mac'],
  ['Linux', 'linux'],
  ['Chrome OS', 'chrome_os'],
  ['Chromium OS', 'chrome_os'],
]);

/**
 * Which system it is; undefined for one without steps. A Windows that does not say which is taken for
 * 11, and one older than 10 for that, whose screens are the nearest.
 */
export function systemOf({ platform, platformVersion = '' }: SystemHints): System | undefined {
  if (platform !== 'Windows') return others.get(platform);
  const major = Number.parseInt(platformVersion, 10);
  return major <= lastMajorOf10 ? 'windows_10' : 'windows_11';
}
