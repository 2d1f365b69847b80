import { syncMinutes } from '../sync-minutes.ts';
import { defineCheck } from './check.ts';

const minute = 60_000;

/** What one portal was told takes a while to reach the others; the person says since when. */
export default defineCheck({
  id: 'recent-registration',
  group: 'account',
  needs: ['credential'],
  judge({ credential: { registeredAt } }, at) {
    if (registeredAt === undefined) return { status: 'not_applicable', missing: 'no_registration' };
    const minutes = Math.floor((at.getTime() - Date.parse(registeredAt)) / minute);
    return minutes >= 0 && minutes < syncMinutes
      ? { status: 'warning', evidence: [{ key: 'registered_lately', values: [minutes] }] }
      : { status: 'pass', evidence: [{ key: 'registered_on', values: [{ date: registeredAt }] }] };
  },
});
