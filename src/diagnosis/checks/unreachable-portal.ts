import { judgeProbe } from '../judge-probe.ts';
import { defineCheck } from './check.ts';

export default defineCheck({
  id: 'unreachable-portal',
  group: 'portal',
  needs: ['network'],
  judge({ network: { online, portal } }) {
    return judgeProbe(online, portal);
  },
});
