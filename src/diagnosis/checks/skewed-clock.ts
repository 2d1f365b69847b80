import { rightWithin } from '../clock-limits.ts';
import { defineCheck, type CheckEvidence } from './check.ts';

/** Seconds off, up to which it is unseen, or a warning. */
const unseen = 120;
const warning = 86_400;

export default defineCheck({
  id: 'skewed-clock',
  group: 'computer',
  needs: ['clock'],
  judge({ clock: { device, server, skew } }) {
    const off = Math.abs(skew);
    if (off <= unseen) return { status: 'pass', evidence: [{ key: 'clock_agrees' }] };
    const evidence: CheckEvidence[] = [
      { key: 'clock_of_computer', values: [{ date: device }] },
      { key: 'clock_of_portal', values: [{ date: server }] },
    ];
    if (off <= rightWithin) return { status: 'pass', evidence };
    return { status: off > warning ? 'fail' : 'warning', evidence, repair: 'set-clock' };
  },
});
