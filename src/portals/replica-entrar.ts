import type { Portal } from './portal.ts';

export default {
  id: 'replica-entrar',
  host: 'serviciosdigitales.imss.gob.mx',
  path: '/replica/entrar',
  strategy: 'bridge',
  watch: { errorNodes: ['#resultado.wrong'], widgetFrames: [] },
  replicaOnly: true,
  verified: null,
  sources: [
    {
      what: 'A page of this project that asks through the page API',
      where: 'replica/pages/entrar.html',
      date: '2026-11-22',
    },
  ],
} as const satisfies Portal;
