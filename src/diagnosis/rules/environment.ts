import { rightWithin } from '../clock-limits.ts';
import { manyRefusals } from '../many-refusals.ts';
import { whenIs, type Rule } from './rule.ts';

const hour = 3600;
/** The widest that a time zone can be wrong and the day still be right. */
const mostHours = 14;
/** Seconds. */
const closeToAnHour = 60;

function isWholeHours(skew: number): boolean {
  const hours = Math.round(Math.abs(skew) / hour);
  const rest = Math.abs(Math.abs(skew) - hours * hour);
  return hours >= 1 && hours <= mostHours && rest <= closeToAnHour;
}

/** What is true of this computer and this day, failure or no failure. */
export const environmentRules: readonly Rule[] = [
  whenIs('E01', 'brand', 'unsupported', { 'brw.unsupported': 22 }),
  whenIs('E02', 'lag', 'obsolete', { 'brw.outdated': 14 }),
  whenIs('E03', 'lag', 'current', { 'brw.outdated': -20 }),
  whenIs('E04', 'os', 'unsupported', {
    'os.unsupported': 18,
    'brw.outdated': 6,
    'tls.version': 11,
  }),
  whenIs('E05', 'brand', 'chromium_other', { 'ext.blocker': 6, 'brw.unsupported': 4 }),
  {
    id: 'E06',
    signals: ['skew', 'net'],
    when: ({ skew = 0, net }) => Math.abs(skew) > rightWithin && !net,
    weights: { 'tls.clock': 14 },
  },
  {
    id: 'E06b',
    signals: ['skew', 'net'],
    when: ({ skew = 0, net }) => isWholeHours(skew) && !net,
    weights: { 'clk.tz': 18 },
  },
  {
    id: 'E07',
    signals: ['skew'],
    when: ({ skew = Infinity }) => Math.abs(skew) <= 120,
    weights: { 'tls.clock': -25 },
  },
  whenIs('E08', 'loginLoop', true, {
    'session.hung': 18,
    'set.cookies_blocked': 10,
    'brw.private_mode': 10,
  }),
  {
    id: 'E09',
    signals: ['satOk', 'imssOk'],
    when: ({ satOk, imssOk }) => satOk === false && imssOk === true,
    weights: { 'portal.revocation_service': 14 },
  },
  {
    id: 'E10',
    signals: ['failed'],
    when: ({ failed = 0 }) => failed >= manyRefusals,
    weights: { 'acc.idse_blocked': 6 },
  },
  {
    id: 'E10b',
    signals: ['failedThere'],
    when: ({ failedThere = 0 }) => failedThere >= manyRefusals,
    weights: { 'portal.waf': 4 },
  },
  whenIs('E11', 'deadlineDay', true, { 'portal.down': 4, 'portal.intermittent': 4 }),
  whenIs('E13', 'mobile', true, { 'brw.mobile': 24 }),
];
