import { suspects, verySuspicious } from '../extension-score.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/**
 * What an extension could do is no proof that it does, and nobody is accused of it: what one has
 * done is found by `blocked-resource` and `foreign-message`.
 */
export default defineCheck({
  id: 'conflicting-extension',
  group: 'extensions',
  needs: ['extensions'],
  judge({ extensions }) {
    const [suspect] = suspects(extensions);
    if (!suspect) {
      return { status: 'pass', evidence: [{ key: 'no_powerful_extension' }] };
    }
    const { score, extension } = suspect;
    const key = score < verySuspicious ? 'extension_possible' : 'extension_very_suspicious';
    const seen: CheckEvidence = { key, values: [extension.name] };
    const forced: CheckEvidence[] = extension.isForced ? [{ key: 'extension_forced' }] : [];
    return { status: 'pass', evidence: [seen, ...forced] };
  },
});
