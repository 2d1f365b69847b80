import { defineCheck, type CheckEvidence } from './check.ts';

/** Messages that are not for the portal break its dialog at times; where it signed, they did not. */
export default defineCheck({
  id: 'foreign-message',
  group: 'extensions',
  needs: ['page'],
  judge({ page: { foreignMessages, widget } }) {
    if (foreignMessages === 0) return { status: 'pass', evidence: [{ key: 'no_foreign_message' }] };
    const seen: CheckEvidence = { key: 'foreign_messages', values: [foreignMessages] };
    if (widget === 'ok') return { status: 'pass', evidence: [seen] };
    return widget
      ? {
          status: 'fail',
          evidence: [seen, { key: 'signing_failed' }],
          repair: 'pause-extensions',
        }
      : { status: 'warning', evidence: [seen], repair: 'pause-extensions' };
  },
});
