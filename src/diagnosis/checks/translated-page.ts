import { defineCheck } from './check.ts';

/** A translator changes the page under the portal's own scripts. */
export default defineCheck({
  id: 'translated-page',
  group: 'browser',
  needs: ['document'],
  judge({ document: { translated } }) {
    return translated
      ? { status: 'warning', evidence: [{ key: 'page_translated' }] }
      : { status: 'pass', evidence: [{ key: 'page_as_written' }] };
  },
});
