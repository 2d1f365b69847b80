import { identifyBrowser } from '../identify-browser.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

export default defineCheck({
  id: 'unsupported-browser',
  group: 'browser',
  needs: ['browser'],
  judge({ browser }) {
    const { brand, name } = identifyBrowser(browser);
    if (!name) return { status: 'fail', evidence: [{ key: 'browser_not_known' }] };
    const evidence: CheckEvidence[] = [{ key: 'browser_name', values: [name] }];
    if (browser.mobile) {
      return { status: 'warning', evidence: [...evidence, { key: 'browser_on_phone' }] };
    }
    return brand === 'chromium_other'
      ? { status: 'pass', evidence: [...evidence, { key: 'browser_like_chrome' }] }
      : { status: 'pass', evidence };
  },
});
