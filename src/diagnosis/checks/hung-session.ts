import type { PageFacts, SessionFacts } from '../facts.ts';
import { defineCheck, type CheckEvidence } from './check.ts';
import { warningBytes } from './oversized-cookies.ts';

/** A portal answers these to cookies that it can make nothing of. */
const refusals = new Set([400, 431, 500]);

type Sign = (page: PageFacts, session: SessionFacts) => CheckEvidence | false;

/** Two of one name, on two paths, or so many bytes that a server may refuse them. */
function judgeCookies({ cookies, cookieBytes }: SessionFacts): CheckEvidence | false {
  const names = cookies.filter(({ isSession }) => isSession).map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { key: 'cookie_repeated', values: [repeated] };
  return cookieBytes > warningBytes && { key: 'cookies_size', values: [{ bytes: cookieBytes }] };
}

const signs: readonly Sign[] = [
  ({ loginLoop }) => loginLoop && { key: 'sign_in_starts_over' },
  ({ texts }) =>
    texts.some((text) => text.class === 'session_invalid') && { key: 'session_rejected' },
  ({ http }) =>
    http !== undefined && refusals.has(http) && { key: 'answered_with_error', values: [http] },
  (_, session) => judgeCookies(session),
  (_, { portalTabs }) => portalTabs > 1 && { key: 'portal_tabs', values: [portalTabs] },
];

/** Each sign alone is innocent; two together are a session that the portal no longer knows. */
export default defineCheck({
  id: 'hung-session',
  group: 'site_data',
  needs: ['page', 'session'],
  judge({ page, session }) {
    const seen = signs.flatMap((sign) => sign(page, session) || []);
    if (seen.length === 0) return { status: 'pass', evidence: [{ key: 'session_fine' }] };
    return seen.length === 1
      ? { status: 'pass', evidence: seen }
      : { status: 'warning', evidence: seen.slice(0, 2), repair: 'clear-session-cookies' };
  },
});
