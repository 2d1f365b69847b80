import { defineCheck, type CheckEvidence } from './check.ts';

/** Many servers refuse headers of more than 8 KB, with 400 or 431 (RFC 6585 section 5). */
const failBytes = 8000;
export const warningBytes = 6000;

export default defineCheck({
  id: 'oversized-cookies',
  group: 'site_data',
  needs: ['session'],
  judge({ session: { cookieBytes } }) {
    const size: CheckEvidence = { key: 'cookies_size', values: [{ bytes: cookieBytes }] };
    if (cookieBytes <= warningBytes) return { status: 'pass', evidence: [size] };
    return {
      status: cookieBytes > failBytes ? 'fail' : 'warning',
      evidence: [size],
      repair: 'clear-session-cookies',
    };
  },
});
