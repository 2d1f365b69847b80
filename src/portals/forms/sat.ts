import type { HttpsOrigin, Portal, Source } from '../portal.ts';

/**
 * What every sign-in page of the SAT has in common: NetIQ Access Manager, page x509SAT.
 * @param entry path and query of the page that people open
 */
export function satSignInAt(origin: HttpsOrigin, entry: `/nidp/${string}`) {
  return {
    host: new URL(origin).host,
    path: '/nidp',
    entry,
    purpose: 'enter',
    strategies: ['native', 'fill'],
    accepts: ['person', 'company'],
    forms: [
      {
        origin,
        paths: ['/nidp'],
        ancestors: [],
        // The page itself reads the RFC out of the certificate.
        fields: {
          certificate: ['fileCertificate'],
          privateKey: ['filePrivateKey'],
          password: ['privateKeyPassword'],
        },
        submit: ['submit'],
        texts: {
          certificate: 'Certificado (.cer)',
          privateKey: 'Clave privada (.key)',
          password: 'Contraseña de clave privada',
          submit: 'Enviar',
        },
      },
    ],
    native: {
      kind: 'sat-token',
      form: 'certform',
      fields: { guid: ['guid', 'tokenuuid'], token: 'token', notAfter: 'fert' },
      challenge: '[A-Za-z0-9+/=-]{16,128}',
    },
    efirmaButtons: ['buttonFiel'],
    watch: {
      errorNodes: [
        '#divError',
        '#divMsgError',
        '#msgErrorCert',
        '#msgErrorKey',
        '#msgErrorPass',
        '#msgErrorRfc',
      ],
      widgetFrames: [],
      insideNodes: ['[name=wresult]'],
      formAt: ['/nidp/app/login', '/nidp/jsp/main.jsp', '/nidp/wsfed/ep'],
    },
    isOptional: true,
    verified: null,
  } as const satisfies Omit<Portal, 'id'>;
}

export const satSources: readonly Source[] = [
  {
    what: 'Ids and texts of the visible form, ids of the hidden form and of its fields',
    where: 'phpcfdi/cfdi-sat-scraper, tests/_files',
    date: '2025-12-12',
  },
  {
    what: 'How the token is made, and the addresses of the sign-in pages; that of login.siat is believed to be as that of loginda.siat',
    where: 'python-satcfdi, phpcfdi/cfdi-sat-scraper and a third program that agree',
    date: '2026-07-21',
  },
  {
    what: 'Who was let in is carried over by a form with wa, wresult and wctx that sends itself',
    where: 'python-satcfdi, phpcfdi/cfdi-sat-scraper',
    date: '2026-07-21',
  },
];
