import { proxiedWidgetOf, widgetFrames, widgetIn, widgetSources } from './forms/widget.ts';
import type { Portal, Source } from './portal.ts';

const origin = 'https://serviciosdigitales.imss.gob.mx';

export default {
  id: 'servicios-digitales',
  host: 'serviciosdigitales.imss.gob.mx',
  path: '/',
  purpose: 'sign',
  strategies: ['fill'],
  accepts: ['person', 'company'],
  forms: [widgetIn(origin), proxiedWidgetOf(origin)],
  watch: { errorNodes: ['#mensajeError', '#msgModalFirmaError'], widgetFrames },
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = [
  {
    what: 'Procedures open the widget of its own host, or the same handed through by theirs',
    where: 'mtzehector/imssSipreAngularREQ1, jrpjaime/sideimss',
    date: '2026-11-22',
  },
  ...widgetSources,
];
