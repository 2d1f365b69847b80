import { defineCheck } from './check.ts';

/** With nobody else talking into the page, it was the person: that is no failure of anything. */
export default defineCheck({
  id: 'closed-dialog',
  group: 'portal',
  needs: ['page'],
  judge({ page: { widget, foreignMessages, closedAwaiting, texts } }) {
    // Who was answered and then closed it did not stop anything.
    const isAnswered = widget === 'closed_early' && texts.some((text) => text.class !== undefined);
    if (widget === undefined || isAnswered)
      return { status: 'not_applicable', missing: 'no_reason' };
    if (widget !== 'closed_early' || foreignMessages > 0) {
      return { status: 'pass', evidence: [{ key: 'dialog_not_closed' }] };
    }
    const key = closedAwaiting ? 'dialog_closed_too_soon' : 'dialog_closed';
    return { status: 'warning', evidence: [{ key }] };
  },
});
