import { identifyBrowser } from '../identify-browser.ts';
import { judgeBrowser, minimumMajor } from '../judge-browser.ts';
import { supersededAt } from '../superseded.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/** By the days since a newer version came out; being somewhat behind is no fault. */
export default defineCheck({
  id: 'outdated-browser',
  group: 'browser',
  needs: ['browser'],
  judge({ browser }, at) {
    const { brand, channel, name, major, chromiumMajor = major } = identifyBrowser(browser);
    if (brand === 'unsupported') return { status: 'not_applicable' };
    if (!name || major === undefined || chromiumMajor === undefined) {
      return { status: 'unknown', missing: 'failed' };
    }
    const version: CheckEvidence = { key: 'browser_version', values: [name, major] };
    if (chromiumMajor < minimumMajor) {
      return {
        status: 'fail',
        evidence: [version, { key: 'browser_below_minimum', values: [minimumMajor] }],
        repair: 'update-browser',
      };
    }
    const { lag } = judgeBrowser(browser, at);
    if (lag === 'current') return { status: 'pass', evidence: [version] };
    const newerSince = supersededAt(channel, major).toISOString();
    return {
      status: lag === 'obsolete' ? 'warning' : 'pass',
      evidence: [version, { key: 'newer_version_since', values: [{ date: newerSince }] }],
      repair: 'update-browser',
    };
  },
});
