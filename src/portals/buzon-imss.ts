import { widgetFrames, widgetIn, widgetSources } from './forms/widget.ts';
import type { Portal, Source } from './portal.ts';

export default {
  id: 'buzon-imss',
  host: 'buzon.imss.gob.mx',
  path: '/buzonimss/login',
  purpose: 'enter',
  strategies: ['fill'],
  accepts: ['person', 'company'],
  forms: [widgetIn('https://buzon.imss.gob.mx')],
  watch: {
    errorNodes: ['#mensajeError', '[role=alert]', '#msgModalFirmaError'],
    widgetFrames,
    opensWidget: true,
  },
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = [
  {
    what: 'The sign-in page embeds an iframe formFirmaDigital',
    where: 'public browser extensions and scrapers that fill it',
    date: '2026-03',
  },
  {
    what: 'Ids of the error nodes: #mensajeError is replica-only',
    where: 'public browser extensions and scrapers',
    date: '2026-11-22',
  },
  ...widgetSources,
];
