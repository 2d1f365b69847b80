import type { Portal, Source } from './portal.ts';

const origin = 'https://idse.imss.gob.mx';

export default {
  id: 'idse',
  host: 'idse.imss.gob.mx',
  path: '/imss',
  entry: '/imss/',
  purpose: 'enter',
  strategies: ['native', 'fill'],
  accepts: ['person', 'company'],
  forms: [
    {
      origin,
      paths: ['/imss'],
      ancestors: [],
      // Its one password opens the .key in the page, and is sent as that of the account.
      fields: {
        certificate: ['certificado'],
        privateKey: ['llave'],
        user: ['idUsuario'],
        password: ['password'],
      },
      submit: ['botonFirma'],
      texts: { submit: 'Iniciar sesión' },
    },
  ],
  native: {
    kind: 'idse-cms',
    challengePath: '/imss/SecuenciaFirma.idse',
    accessPath: '/imss/AccesoIDSE.idse',
    siteId: '9',
    // What the real one looks like is not known; no other kind of text that is signed fits it.
    challenge: '[A-Za-z0-9+/=_-]{8,1024}',
  },
  watch: {
    errorNodes: ['#imsgErrors', '#mensajeError'],
    widgetFrames: [],
    busyNodes: ['#idModalWaitProcess'],
    insideNodes: ['[name=rfc_fiel]'],
    formAt: ['/imss', '/imss/'],
  },
  verified: null,
} as const satisfies Portal;

export const sources: readonly Source[] = [
  {
    what: 'Ids of the form, the text of its button, ids of its error node and of the window that asks to wait',
    where: 'public browser extensions and scrapers that fill it',
    date: '2026-11-22',
  },
  {
    what: 'The addresses that give out the text and take the CMS, and the fields of both',
    where: 'a public program that signs in to IDSE',
    date: '2026-11-22',
  },
  {
    what: 'Its modules, behind the sign-in, have a form frmDatos with rfc_fiel; that no page before has one is believed',
    where: 'a public program that signs in to IDSE',
    date: '2026-11-22',
  },
];
