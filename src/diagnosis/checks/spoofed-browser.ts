import { identifyBrowser } from '../identify-browser.ts';
import { defineCheck } from './check.ts';

/** Some extensions change the text that a browser sends of itself, and forget its list of brands. */
export default defineCheck({
  id: 'spoofed-browser',
  group: 'browser',
  needs: ['browser'],
  judge({ browser }) {
    const { brand, chromiumMajor } = identifyBrowser(browser);
    if (brand === 'unsupported') return { status: 'not_applicable' };
    if (chromiumMajor === undefined) return { status: 'unknown', missing: 'failed' };
    if (browser.uaMajor === 0) {
      return {
        status: 'warning',
        evidence: [{ key: 'other_browser' }],
        repair: 'pause-extensions',
      };
    }
    return browser.uaMajor === chromiumMajor
      ? { status: 'pass', evidence: [{ key: 'one_version' }] }
      : {
          status: 'warning',
          evidence: [{ key: 'two_versions', values: [browser.uaMajor, chromiumMajor] }],
          repair: 'pause-extensions',
        };
  },
});
