import { defineCheck } from './check.ts';

/** No browser of today runs Java; a page may have something of it left that it needs no more. */
export default defineCheck({
  id: 'java-page',
  group: 'browser',
  needs: ['document'],
  judge({ document: { applet } }) {
    return applet
      ? { status: 'warning', evidence: [{ key: 'page_asks_for_java' }] }
      : { status: 'pass', evidence: [{ key: 'page_without_java' }] };
  },
});
