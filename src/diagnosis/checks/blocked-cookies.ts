import { defineCheck } from './check.ts';

/** A session is a cookie: a portal that may keep none asks again and again. */
export default defineCheck({
  id: 'blocked-cookies',
  group: 'browser',
  needs: ['document'],
  judge({ document: { cookieProbe } }) {
    return cookieProbe === 'ok'
      ? { status: 'pass', evidence: [{ key: 'cookies_kept' }] }
      : { status: 'fail', evidence: [{ key: 'cannot_keep_cookies' }] };
  },
});
