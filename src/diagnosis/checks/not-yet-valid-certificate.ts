import { defineCheck } from './check.ts';

/** Valid from `notBefore` on, included (RFC 5280 section 4.1.2.5). */
export default defineCheck({
  id: 'not-yet-valid-certificate',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { notBefore } }, at) {
    const isEarly = at < new Date(notBefore);
    return {
      status: isEarly ? 'fail' : 'pass',
      evidence: [{ key: isEarly ? 'starts_on' : 'valid_since', values: [{ date: notBefore }] }],
      ...(isEarly && { repair: 'wait-until-valid' }),
    };
  },
});
