import { defineCheck, type CheckEvidence } from './check.ts';

/** What the portal itself said, in its words and in ours. */
export default defineCheck({
  id: 'portal-refusal',
  group: 'portal',
  needs: ['page'],
  judge({ page: { texts, blank } }) {
    const last = texts.findLast((text) => text.class) ?? texts.at(-1);
    const said: CheckEvidence[] = last ? [{ key: 'portal_said', values: [last.text] }] : [];
    if (last?.class) {
      return { status: 'fail', evidence: [...said, { key: `signal_text_${last.class}` }] };
    }
    if (last) return { status: 'warning', evidence: said };
    return blank
      ? { status: 'fail', evidence: [{ key: 'signal_text_blank' }] }
      : { status: 'pass', evidence: [{ key: 'portal_said_nothing' }] };
  },
});
