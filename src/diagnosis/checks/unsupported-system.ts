import { windowsVersion, type WindowsVersion } from '../windows-version.ts';
import { defineCheck, type Outcome } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

/** Browsers stopped coming out for Windows 7 and 8 in 2023; for Windows 10 they go on. */
const outcomes: Readonly<
  Record<WindowsVersion, { status: Outcome['status']; key: CheckEvidenceKey }>
> = {
  '7_or_8': { status: 'warning', key: 'windows_7_or_8' },
  '10': { status: 'pass', key: 'windows_10' },
  '11': { status: 'pass', key: 'windows_11' },
};

/** Other systems are told, not judged. */
export default defineCheck({
  id: 'unsupported-system',
  group: 'browser',
  needs: ['browser'],
  judge({ browser }) {
    const version = windowsVersion(browser);
    if (version) {
      const { status, key } = outcomes[version];
      return { status, evidence: [{ key }] };
    }
    return browser.platform === 'Windows' || browser.platform === ''
      ? { status: 'unknown', missing: 'failed' }
      : {
          status: 'not_applicable',
          evidence: [{ key: 'system_name', values: [browser.platform] }],
        };
  },
});
