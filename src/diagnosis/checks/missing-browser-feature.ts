import type { BrowserFacts } from '../facts.ts';
import { defineCheck } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

const missingKeys: readonly (readonly [keyof BrowserFacts['features'], CheckEvidenceKey])[] = [
  ['sign', 'cannot_sign'],
  ['files', 'cannot_read_files'],
];

/** What was tried weighs more than any version. */
export default defineCheck({
  id: 'missing-browser-feature',
  group: 'browser',
  needs: ['browser'],
  judge({ browser: { features } }) {
    const missing = missingKeys.filter(([feature]) => !features[feature]);
    if (missing.length === 0) return { status: 'pass', evidence: [{ key: 'features_work' }] };
    return {
      status: 'fail',
      evidence: missing.slice(0, 2).map(([, key]) => ({ key })),
      repair: 'update-browser',
    };
  },
});
