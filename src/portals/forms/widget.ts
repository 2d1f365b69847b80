import type { FillForm, HttpsOrigin, Source } from '../portal.ts';

/** The IMSS's own signature widget: what a portal opens to have a person sign or identify. */
export const widgetOrigin = 'https://firmadigitalssl.imss.gob.mx';

/** Where it is, at its own host and at those that hand it through. */
export const widgetPaths = [
  '/firmaElectronicaWeb/widget/chfecyn',
  '/firmaElectronicaWeb/widget/imss',
] as const;

const fields = {
  rfc: ['inputRFC', 'localRFC'],
  certificate: ['inputCertificado', 'localCertificate'],
  privateKey: ['inputKey', 'localPrivateKey'],
  password: ['inputPassword', 'localPassword'],
} as const;

const submit = ['botonValidarCert', 'inputFirma', 'btnFirmaNoApplet'] as const;

const texts = { submit: 'Validar' } as const;

/** The widget of its own host, in a page of `host`. */
export function widgetIn(host: HttpsOrigin) {
  return {
    origin: widgetOrigin,
    paths: widgetPaths,
    ancestors: [host],
    fields,
    submit,
    texts,
  } satisfies FillForm;
}

/** The same widget, handed through by the portal's own host. */
export function proxiedWidgetOf(host: HttpsOrigin) {
  return { ...widgetIn(host), origin: host } satisfies FillForm;
}

/** Frames of it, seen from the page around it. */
export const widgetFrames = [
  'iframe#formFirmaDigital',
  'iframe#formFirmaDigitalMod',
  'iframe#firmaIframe',
  'iframe[src^="https://firmadigitalssl.imss.gob.mx/"]',
] as const;

export const widgetSources: readonly Source[] = [
  {
    what: 'Address of the widget',
    where: 'jrpjaime/sideimss, environment.prod.ts',
    date: '2026-11-22',
  },
  {
    what: 'Its older path, ending in /imss: once at another host, without https, and in pages of a host that hands it through',
    where: 'code of portals that embed it',
    date: '2026-11-22',
  },
  {
    what: 'Ids of its fields, id and text of its button, and the older ids #localCertificate and the like',
    where: 'public browser extensions and scrapers that fill it',
    date: '2026-11-22',
  },
  {
    what: 'Names of its frames in the portals that embed it',
    where: 'public browser extensions and scrapers',
    date: '2026-11-22',
  },
];
