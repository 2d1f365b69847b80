import { defineCheck } from './check.ts';

/** A page that was open when the extension came, or came anew, goes on without it. */
export default defineCheck({
  id: 'page-before-us',
  group: 'browser',
  needs: ['document'],
  judge({ document: { watched } }) {
    return watched
      ? { status: 'pass', evidence: [{ key: 'page_seen' }] }
      : { status: 'warning', evidence: [{ key: 'page_to_reload' }] };
  },
});
