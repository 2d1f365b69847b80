/** For each kind of facts, what shows all that can be seen by them: no fixture says how. */
import {
  recogniseText,
  type CredentialFacts,
  type FactName,
  type Facts,
  type OtherExtension,
  type PageFacts,
  type RefusedFiles,
} from '../../src/diagnosis/index.ts';
import { textPacks } from '../../src/diagnosis/texts/index.ts';
import { revocationGaps } from '../../src/certificate/index.ts';
import { healthy } from './checks/healthy.ts';

const { browser, document, network, page, place, siteSettings } = healthy;
const past = '2020-01-01T00:00:00.000Z';
const future = '2030-01-01T00:00:00.000Z';

const said = textPacks.flatMap(({ portals, rows }) =>
  rows.flatMap(({ text }) => {
    const { class: found } = recogniseText(portals[0], text) ?? {};
    return found ? [{ text, class: found }] : [];
  }),
);

const seenIn = (facts: Partial<PageFacts>): Facts => ({ page: { ...page, ...facts } });
const kept = (facts: Partial<CredentialFacts>, rest: Facts = {}): Facts => ({
  credential: { ...healthy.credential, ...facts },
  ...rest,
});
const asked = (facts: NonNullable<Facts['asked']>): Facts => ({ asked: facts });
const toldBy = (version: number, rest: object): Facts => ({
  browser: {
    ...browser,
    ...rest,
    brands: [{ brand: 'Chromium', version }],
    uaMajor: version,
  },
});

const signer: OtherExtension = {
  id: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
  name: 'Firma del SAT: e.firma',
  version: '1.0',
  access: 'all_sites',
  permissions: ['proxy'],
  isForced: false,
};

const dead = {
  ...network,
  portal: { host: 'buzon.imss.gob.mx', net: 'TIMED_OUT', milliseconds: 9 },
};
const sat = { host: 'www.sat.gob.mx', milliseconds: 90 };
const control = { answer: 'no', milliseconds: 90 } as const;

const causesOfFiles = Object.keys({
  'cert.expired': true,
  'cert.expiring': true,
  'cert.not_yet': true,
  'cert.revoked': true,
  'cert.is_csd': true,
  'cert.test_ca': true,
  'cert.untrusted': true,
  'cert.superseded': true,
  'cert.moral': true,
  'cert.weak_alg': true,
  'cert.corrupt': true,
  'cert.wrong_file': true,
  'cert.pem': true,
  'cert.swap': true,
  'key.mismatch': true,
  'key.corrupt': true,
  'key.unsupported': true,
  'key.missing': true,
  'key.plain_or_pem': true,
  'key.file_locked': true,
  'pfx.incomplete': true,
  'pwd.wrong': true,
  'pwd.spaces': true,
  'pwd.caps': true,
  'pwd.encoding': true,
} satisfies Record<RefusedFiles['cause'], true>) as RefusedFiles['cause'][];

const clockAt = (server: string): NonNullable<Facts['clock']> => ({ ...healthy.clock, server });

export const sights: { readonly [Name in FactName]: readonly Facts[] } = {
  account: [
    { account: { entered: 'with_this', failed: 3, failedThere: 4, rfcTyped: 'same' } },
    { account: { entered: 'with_older', rfcTyped: 'differs' } },
  ],
  answers: [
    { answers: { broken: 1, cameBack: true } },
    { answers: { broken: 2, cameBack: false } },
  ],
  asked: [
    asked({ portal: 'idse', sees: 'blank' }),
    asked({ sees: 'closes' }),
    asked({ sees: 'back_to_start' }),
    ...said.map((text) => asked(text)),
  ],
  browser: [
    { browser },
    { browser: { ...browser, mobile: true, uaMajor: 100 } },
    { browser: { ...browser, brands: [{ brand: 'Microsoft Edge', version: 157 }] } },
    { browser: { ...browser, brands: [] } },
    toldBy(151, { platform: 'Linux' }),
    toldBy(100, { platformVersion: '0.1' }),
  ],
  clock: [
    { ...kept({}), clock: clockAt('2026-11-17T18:00:00.000Z') },
    { ...kept({}), clock: clockAt(past) },
    { ...kept({}), clock: clockAt(future) },
  ],
  credential: [
    kept({ superseded: true, registeredAt: past, noCurp: true, weak: true }),
    kept({ notAfter: past, rfc: 'XXX010101000', kind: 'imss' }, { clock: healthy.clock }),
    kept({ notBefore: future }, { clock: healthy.clock }),
    kept({}, { clock: healthy.clock }),
    kept({ kind: 'csd' }),
    kept({ issuer: 'test' }, asked({ class: 'cert_invalid' })),
    kept({ issuer: 'unknown' }, asked({ class: 'cert_invalid' })),
    { credential: { missing: 'no_credential' } },
  ],
  document: [
    { document },
    {
      document: {
        scripts: 'block',
        cookieProbe: 'fail',
        translated: true,
        applet: true,
        watched: false,
      },
    },
  ],
  extensions: [
    { extensions: { others: [signer], paused: [] }, network: dead },
    {
      extensions: { others: [{ ...signer, permissions: ['proxy'] }], paused: [] },
      network: { ...dead, portal: { ...dead.portal, net: 'PROXY_CONNECTION_FAILED' } },
    },
    {
      extensions: { others: [], paused: [] },
      network: { ...dead, portal: { ...dead.portal, net: 'PROXY_CONNECTION_FAILED' } },
    },
  ],
  files: causesOfFiles.map((cause) => ({ files: { refused: { cause } } })),
  network: [
    { network: { ...dead, online: false, control, neighbour: { ...sat, net: 'TIMED_OUT' } } },
    { network: { ...network, control, neighbour: { ...sat, net: 'CERT_DATE_INVALID' } } },
    { network: { ...network, control, neighbour: { ...sat, redirect: 'offsite' } } },
    { network: { ...network, control: { ...control, answer: 'late' } } },
    { network: { ...network, control, neighbour: { ...sat, http: 200 } } },
    { network: { ...network, portal: { ...network.portal, redirect: 'offsite' } } },
    {
      network: {
        online: true,
        portal: { ...network.portal, http: 503, brokeBefore: { http: 503 } },
        widget: { host: 'firmadigitalssl.imss.gob.mx', http: 503, milliseconds: 9 },
      },
    },
    {
      network: {
        online: true,
        portal: { ...network.portal, brokeBefore: { http: 503 } },
        widget: { host: 'firmadigitalssl.imss.gob.mx', net: 'TIMED_OUT', milliseconds: 9 },
      },
    },
  ],
  page: [
    seenIn({ blocked: 2, foreignMessages: 1, widget: 'closed_early', redirect: 'login' }),
    seenIn({ blank: true, fromServiceWorker: 1, bypassCacheOk: true, redirect: 'offsite' }),
    seenIn({ blank: true, fromCache: 1, missingChunks: 1, bypassCacheOk: false, ttfb: 90 }),
    seenIn({ form: 'missing', loginLoop: true, filledWith: 'kept', widgetHttp: 503 }),
    seenIn({ net: 'TIMED_OUT', widgetNet: 'TIMED_OUT' }),
    ...(['ok', 'no_message', 'error'] as const).map((widget) => seenIn({ widget })),
    ...said.map((text) => seenIn({ texts: [text] })),
  ],
  place: [
    { place },
    { place: { scheme: 'http', host: 'portal' } },
    { place: { scheme: 'https', host: 'official', asksFor: 'nothing' } },
    { place: { scheme: 'https', host: 'lookalike' } },
  ],
  revocation: [
    { revocation: healthy.revocation },
    { revocation: { status: 'revoked', revokedAt: past, thisUpdate: past, asked: '' } },
    {
      revocation: {
        status: 'revoked',
        reason: 'certificateHold',
        revokedAt: past,
        thisUpdate: past,
        asked: '',
      },
    },
    ...revocationGaps.map((reason) => ({ revocation: { status: 'unknown', reason } as const })),
  ],
  session: [{ session: healthy.session }],
  settings: [{ settings: { ownAccess: 'granted' } }, { settings: { ownAccess: 'withheld' } }],
  siteSettings: [
    { siteSettings },
    { siteSettings: { ...siteSettings, scripts: 'block', cookies: 'block', popups: 'allow' } },
  ],
};
