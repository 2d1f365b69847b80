import { defineCheck } from './check.ts';

/** To know, and to set aside: what portals sign with is of their own site. */
export default defineCheck({
  id: 'third-party-cookies',
  group: 'browser',
  needs: ['siteSettings'],
  judge({ siteSettings: { thirdPartyCookies } }) {
    const isBlocked = thirdPartyCookies === 'block';
    const key = isBlocked ? 'third_party_cookies_blocked' : 'third_party_cookies_allowed';
    return { status: 'pass', evidence: [{ key }] };
  },
});
