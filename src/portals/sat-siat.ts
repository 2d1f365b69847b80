import { satSignInAt, satSources } from './forms/sat.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'sat-siat',
  ...satSignInAt('https://login.siat.sat.gob.mx', '/nidp/app/login?id=fiel'),
} as const satisfies Portal;

export const sources: readonly Source[] = satSources;
