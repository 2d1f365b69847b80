import { widgetFrames, widgetIn, widgetSources } from './forms/widget.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'buzon-tramites',
  host: 'buzon.imss.gob.mx',
  path: '/',
  purpose: 'sign',
  strategies: ['fill'],
  accepts: ['person', 'company'],
  forms: [widgetIn('https://buzon.imss.gob.mx')],
  watch: { errorNodes: ['#mensajeError', '#msgModalFirmaError'], widgetFrames },
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = widgetSources;
