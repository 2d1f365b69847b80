import { proxiedWidgetOf, widgetFrames, widgetIn, widgetSources } from './forms/widget.ts';
import type { Portal, Source } from './portal.ts';

const origin = 'https://serviciosdigitales.imss.gob.mx';

export default {
  id: 'escritorio-virtual',
  host: 'serviciosdigitales.imss.gob.mx',
  path: '/portal-web/portal',
  purpose: 'enter',
  strategies: ['fill'],
  accepts: ['person'],
  forms: [widgetIn(origin), proxiedWidgetOf(origin)],
  watch: { errorNodes: ['#mensajeError', '[role=alert]', '#msgModalFirmaError'], widgetFrames },
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = [
  {
    what: 'Address, the button #enviarForm, and that one of its frames holds the form',
    where: 'public browser extensions and scrapers that fill it',
    date: '2026-11-22',
  },
  {
    what: 'That it is for persons: a company enters with the e.firma of its representative',
    where: 'guides of the IMSS, as quoted by idconline.mx',
    date: '2022-06-29',
  },
  ...widgetSources,
];
