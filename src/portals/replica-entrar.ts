import type { Portal, Source } from './portal.ts';

export default {
  id: 'replica-entrar',
  host: 'serviciosdigitales.imss.gob.mx',
  path: '/replica/entrar',
  purpose: 'enter',
  strategies: ['bridge'],
  accepts: ['person', 'company'],
  forms: [],
  watch: { errorNodes: ['#resultado.wrong'], widgetFrames: [] },
  replicaOnly: true,
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = [
  {
    what: 'A page of this project that asks through the page API',
    where: 'replica/pages/entrar.html',
    date: '2026-11-22',
  },
];
