import { defineCheck } from './check.ts';

/** Browsers stop them everywhere until somebody lets them through: whether one was, they do not tell. */
export default defineCheck({
  id: 'blocked-windows',
  group: 'browser',
  needs: ['siteSettings'],
  judge({ siteSettings: { popups } }) {
    return popups === 'allow'
      ? { status: 'pass', evidence: [{ key: 'windows_allowed' }] }
      : { status: 'manual', evidence: [{ key: 'windows_to_look' }] };
  },
});
