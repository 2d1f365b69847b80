/** A computer on which all is well: each test changes one thing of it. */
import type { Check, Known, Outcome } from '../../../src/diagnosis/checks/check.ts';
import type { FactName } from '../../../src/diagnosis/index.ts';

export const at = new Date('2026-11-22T12:00:00Z');

export const healthy: Known<FactName> = {
  account: {},
  answers: { broken: 0, cameBack: false },
  browser: {
    brands: [
      { brand: 'Chromium', version: 157 },
      { brand: 'Google Chrome', version: 157 },
    ],
    uaMajor: 157,
    platform: 'Windows',
    platformVersion: '15.0.0',
    mobile: false,
    features: { sign: true, files: true },
  },
  clock: { device: '2026-11-22T12:00:00.000Z', server: '2026-11-22T12:00:00.000Z', skew: 0 },
  credential: {
    rfc: 'XAXX010101000',
    kind: 'efirma',
    notBefore: '2024-11-22T12:00:00.000Z',
    notAfter: '2028-11-22T12:00:00.000Z',
    issuer: 'production',
    superseded: false,
  },
  document: {
    scripts: 'allow',
    cookieProbe: 'ok',
    translated: false,
    applet: false,
    watched: true,
  },
  extensions: { others: [], paused: [] },
  files: {},
  network: {
    online: true,
    portal: { host: 'buzon.imss.gob.mx', http: 200, milliseconds: 120 },
    widget: { host: 'firmadigitalssl.imss.gob.mx', http: 200, milliseconds: 140 },
  },
  page: {
    portal: 'buzon-imss',
    at: '2026-11-22T11:59:00.000Z',
    http: 200,
    blank: false,
    texts: [],
    foreignMessages: 0,
    blocked: 0,
    missingChunks: 0,
    fromCache: 0,
    fromServiceWorker: 0,
    loginLoop: false,
  },
  place: { scheme: 'https', host: 'portal' },
  revocation: {
    status: 'good',
    thisUpdate: '2026-11-22T11:50:00.000Z',
    asked: 'http://www.sat.gob.mx/ocsp',
  },
  session: {
    cookies: [{ name: 'JSESSIONID', bytes: 42, isSession: true }],
    cookieBytes: 42,
    portalTabs: 1,
    serviceWorkers: 0,
    caches: 0,
    localStorageBytes: 0,
    indexedDbs: 0,
  },
  settings: { ownAccess: 'granted' },
  siteSettings: { scripts: 'allow', cookies: 'allow', popups: 'block', thirdPartyCookies: 'allow' },
  asked: {},
};

type Changes = { readonly [Name in FactName]?: Partial<Known<FactName>[Name]> };

/** What a check says of the healthy computer with these things changed: status, then keys. */
export function judge(check: Check, changes: Changes = {}, moment = at): string[] {
  const { status, evidence = [] } = outcomeOf(check, changes, moment);
  return [status, ...evidence.map(({ key }) => key)];
}

export function outcomeOf(check: Check, changes: Changes = {}, moment = at): Outcome {
  const names = Object.keys(healthy) as FactName[];
  const facts = names.map((name) => [name, { ...healthy[name], ...changes[name] }]);
  return check.judge(Object.fromEntries(facts) as Known<FactName>, moment);
}
