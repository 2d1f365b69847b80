import { suspects } from '../extension-score.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/** From this score on, of 100. */
const verySuspicious = 60;

/** What an extension could do is no proof that it does: never more than a warning. */
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
    return extension.isForced
      ? { status: 'warning', evidence: [seen, { key: 'extension_forced' }] }
      : { status: 'warning', evidence: [seen], repair: 'pause-extensions' };
  },
});
