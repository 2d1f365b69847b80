import { defineCheck } from './check.ts';

/** Valid through `notAfter`, included (RFC 5280 section 4.1.2.5). */
export default defineCheck({
  id: 'expired-certificate',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { notAfter } }, at) {
    const isExpired = at > new Date(notAfter);
    return {
      status: isExpired ? 'fail' : 'pass',
      evidence: [{ key: isExpired ? 'expired_on' : 'valid_until', values: [{ date: notAfter }] }],
      ...(isExpired && { repair: 'renew-certificate' }),
    };
  },
});
