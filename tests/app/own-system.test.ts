import { expect, test } from 'vitest';
import { systemOf } from '../../src/app/diagnosis/guides/own-system.ts';

/** As browsers told them: `platform`, and what `platformVersion` adds when asked. */
test.each([
  ['Windows', '15.0.0', 'windows_11'],
  ['Windows', '13.0.0', 'windows_11'],
  ['Windows', '10.0.0', 'windows_10'],
  ['Windows', '1.0.0', 'windows_10'],
  ['Windows', '0.1.0', 'windows_10'],
  ['Windows', '', 'windows_11'],
  ['Windows', undefined, 'windows_11'],
  ['macOS', '14.5.0', 'mac'],
  ['Linux', '6.8.0', 'linux'],
  ['Linux', '', 'linux'],
  ['Chrome OS', '15917.71.0', 'chrome_os'],
  ['Chromium OS', '15917.71.0', 'chrome_os'],
  ['Android', '14.0.0', undefined],
  ['constructor', '', undefined],
  ['Unknown', '', undefined],
  ['', '', undefined],
] as const)('%s %s has the steps of %s', (platform, platformVersion, system) => {
  expect(systemOf({ platform, ...(platformVersion !== undefined && { platformVersion }) })).toBe(
    system,
  );
});
