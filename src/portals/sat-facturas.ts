import { satSignInAt, satSources } from './forms/sat.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'sat-facturas',
  ...satSignInAt(
    'https://cfdiau.sat.gob.mx',
    '/nidp/app/login?id=SATx509Custom&sid=0&option=credential&sid=0',
  ),
} as const satisfies Portal;

export const sources: readonly Source[] = satSources;
