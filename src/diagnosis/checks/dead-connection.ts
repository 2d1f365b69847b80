import type { ControlFacts } from '../network-facts.ts';
import { defineCheck, type Outcome } from './check.ts';

const byControl: Readonly<Record<ControlFacts['answer'], Outcome>> = {
  yes: { status: 'pass', evidence: [{ key: 'other_site_answers' }] },
  late: { status: 'warning', evidence: [{ key: 'other_site_late' }] },
  no: { status: 'fail', evidence: [{ key: 'other_site_silent' }] },
};

/** By the portal's own answer; where it gave none, by a public site that is no portal's. */
export default defineCheck({
  id: 'dead-connection',
  group: 'connection',
  needs: ['network'],
  judge({ network: { online, portal, control } }) {
    if (!online) return { status: 'fail', evidence: [{ key: 'offline' }] };
    if (portal.net === undefined) return { status: 'pass', evidence: [{ key: 'portal_reached' }] };
    return control ? byControl[control.answer] : { status: 'unknown', missing: 'time' };
  },
});
