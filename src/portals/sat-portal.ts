import { satSignInAt, satSources } from './forms/sat.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'sat-portal',
  ...satSignInAt('https://loginda.siat.sat.gob.mx', '/nidp/app/login?id=fiel'),
} as const satisfies Portal;

export const sources: readonly Source[] = satSources;
