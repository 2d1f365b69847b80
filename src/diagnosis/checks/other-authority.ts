import { judgeProbe } from '../judge-probe.ts';
import { defineCheck } from './check.ts';

/** The public site of the SAT, or of the IMSS: asked only when the connection may be the cause. */
export default defineCheck({
  id: 'other-authority',
  group: 'connection',
  needs: ['network'],
  judge({ network: { online, neighbour, lacksNeighbour } }) {
    if (lacksNeighbour) return { status: 'unknown', missing: 'neighbour' };
    if (!neighbour) return { status: 'not_applicable', missing: 'no_reason' };
    const { status, ...seen } = judgeProbe(online, neighbour);
    // It is nobody's portal: that it fails is in nobody's way.
    return { status: status === 'fail' ? 'warning' : status, ...seen };
  },
});
