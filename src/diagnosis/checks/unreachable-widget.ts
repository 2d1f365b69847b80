import { judgeProbe } from '../judge-probe.ts';
import { defineCheck } from './check.ts';

/** The frame in which a portal signs comes from a host of its own. */
export default defineCheck({
  id: 'unreachable-widget',
  group: 'portal',
  needs: ['network'],
  judge({ network: { online, widget } }) {
    return widget ? judgeProbe(online, widget) : { status: 'not_applicable' };
  },
});
