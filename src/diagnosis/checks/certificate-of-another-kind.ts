import type { CredentialFacts } from '../person-facts.ts';
import { defineCheck, type Outcome } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

/** IDSE still takes the IMSS's own certificates; no portal takes a CSD. */
const outcomes: Readonly<
  Record<CredentialFacts['kind'], { status: Outcome['status']; key: CheckEvidenceKey }>
> = {
  efirma: { status: 'pass', key: 'kind_efirma' },
  csd: { status: 'fail', key: 'kind_csd' },
  imss: { status: 'warning', key: 'kind_imss' },
  other: { status: 'fail', key: 'kind_other' },
};

export default defineCheck({
  id: 'certificate-of-another-kind',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { kind } }) {
    const { status, key } = outcomes[kind];
    return { status, evidence: [{ key }] };
  },
});
