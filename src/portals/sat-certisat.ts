import { satSignInAt, satSources } from './forms/sat.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'sat-certisat',
  ...satSignInAt('https://loginc.mat.sat.gob.mx', '/nidp/jsp/main.jsp?id=FormCertiSAT&sid=0'),
} as const satisfies Portal;

export const sources: readonly Source[] = satSources;
