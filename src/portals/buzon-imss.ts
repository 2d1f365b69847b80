import type { Portal } from './portal.ts';

export default {
  id: 'buzon-imss',
  host: 'buzon.imss.gob.mx',
  path: '/buzonimss/login',
  strategy: 'fill',
  form: {
    origin: 'https://firmadigitalssl.imss.gob.mx',
    path: '/firmaElectronicaWeb/widget/chfecyn',
    ancestors: ['https://buzon.imss.gob.mx'],
    fields: {
      rfc: ['inputRFC'],
      certificate: ['inputCertificado'],
      privateKey: ['inputKey'],
      password: ['inputPassword'],
    },
  },
  watch: {
    errorNodes: ['#mensajeError', '[role=alert]', '#imsgErrors', '#msgModalFirmaError'],
    widgetFrames: [
      'iframe#formFirmaDigital',
      'iframe#formFirmaDigitalMod',
      'iframe#firmaIframe',
      'iframe[src^="https://firmadigitalssl.imss.gob.mx/"]',
    ],
  },
  verified: null,
  sources: [
    {
      what: 'The sign-in page embeds an iframe formFirmaDigital with these field ids',
      where: 'public browser extensions and scrapers that fill it',
      date: '2026-03',
    },
    {
      what: 'Address of the widget',
      where: 'jrpjaime/sideimss, environment.prod.ts',
      date: '2026-11-22',
    },
    {
      what: 'Ids of the error nodes of IDSE, and of the frames of the widget in other portals',
      where: 'public browser extensions and scrapers; #mensajeError is replica-only',
      date: '2026-11-22',
    },
  ],
} as const satisfies Portal;
