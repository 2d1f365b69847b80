import type { PlaceFacts } from '../facts.ts';
import { defineCheck, type Outcome } from './check.ts';

type Judge = (place: PlaceFacts) => Outcome;

const notApplicable: Outcome = { status: 'not_applicable' };
const elsewhere: Outcome = { status: 'warning', evidence: [{ key: 'address_elsewhere' }] };

const byHost: Readonly<Record<PlaceFacts['host'], Judge>> = {
  portal: ({ scheme }) =>
    scheme === 'https'
      ? { status: 'pass', evidence: [{ key: 'address_official' }] }
      : { status: 'fail', evidence: [{ key: 'address_in_clear' }] },
  official: ({ asksFor }) => (asksFor === 'nothing' ? elsewhere : notApplicable),
  lookalike: () => ({ status: 'fail', evidence: [{ key: 'address_lookalike' }] }),
  unknown: ({ asksFor }) => (asksFor === 'files' ? elsewhere : notApplicable),
};

/** Whether the page where the person asked is at the portal's own address. */
export default defineCheck({
  id: 'official-address',
  group: 'portal',
  needs: ['place'],
  judge({ place }) {
    return byHost[place.host](place);
  },
});
