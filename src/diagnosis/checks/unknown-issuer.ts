import type { CredentialFacts } from '../person-facts.ts';
import { defineCheck } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

const keys: Readonly<Record<CredentialFacts['issuer'], CheckEvidenceKey>> = {
  production: 'issuer_production',
  added: 'issuer_added',
  test: 'issuer_test',
  unknown: 'issuer_unknown',
};

/** Never more than a warning: only the portal can say whom it trusts. */
export default defineCheck({
  id: 'unknown-issuer',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { issuer } }) {
    return {
      status: issuer === 'production' || issuer === 'added' ? 'pass' : 'warning',
      evidence: [{ key: keys[issuer] }],
    };
  },
});
