import type {
  ClockFacts,
  CredentialFacts,
  ExtensionsFacts,
  NetworkFacts,
  PageFacts,
  SessionFacts,
} from '../../src/diagnosis/index.ts';

/** Facts of an attempt at which all goes well. */
export const page: PageFacts = {
  portal: 'buzon-imss',
  at: '2026-11-22T12:00:00.000Z',
  http: 200,
  blank: false,
  texts: [],
  foreignMessages: 0,
  blocked: 0,
  missingChunks: 0,
  fromCache: 4,
  fromServiceWorker: 0,
  loginLoop: false,
};

export const network: NetworkFacts = {
  online: true,
  portal: { host: 'buzon.imss.gob.mx', http: 200, milliseconds: 90 },
};

export const clock: ClockFacts = {
  device: '2026-11-22T12:00:00.000Z',
  server: '2026-11-22T12:00:00.000Z',
  skew: 0,
};

export const credential: CredentialFacts = {
  rfc: 'XAXX010101000',
  kind: 'efirma',
  notBefore: '2024-11-22T12:00:00.000Z',
  notAfter: '2028-11-22T12:00:00.000Z',
  issuer: 'production',
  superseded: false,
};

export const session: SessionFacts = {
  cookies: [],
  cookieBytes: 120,
  portalTabs: 1,
  serviceWorkers: 0,
  caches: 0,
  localStorageBytes: 0,
  indexedDbs: 0,
};

export const extensions: ExtensionsFacts = { others: [], paused: [] };
