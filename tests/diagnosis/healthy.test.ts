import { expect, test } from 'vitest';
import {
  diagnose,
  recogniseText,
  signals,
  type BrowserFacts,
  type Evidence,
  type Facts,
  type OtherExtension,
} from '../../src/diagnosis/index.ts';
import { portals } from '../../src/portals/index.ts';
import { candidates } from './candidates.ts';
import { clock, credential, extensions, network, page, session } from './facts.ts';

const at = new Date(clock.device);

const browser: BrowserFacts = {
  brands: [
    { brand: 'Google Chrome', version: 158 },
    { brand: 'Chromium', version: 158 },
  ],
  uaMajor: 158,
  platform: 'Windows',
  platformVersion: '15.0.0',
  mobile: false,
  features: { sign: true, files: true },
};

const blocker: OtherExtension = {
  id: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
  name: 'Bloqueador',
  version: '1.0',
  access: 'all_sites',
  permissions: ['declarativeNetRequest', 'webRequest', 'scripting', 'storage'],
  isForced: false,
};

const well: Facts = {
  browser,
  clock,
  credential,
  extensions,
  network,
  page: { ...page, form: 'found', settled: true, widget: 'ok' },
  session,
  settings: { ownAccess: 'granted' },
  revocation: {
    status: 'good',
    thisUpdate: clock.device,
    asked: 'http://ocsp.sat.gob.mx/',
  },
};

const chromeAt = (version: number): BrowserFacts => ({
  ...browser,
  brands: browser.brands.map(({ brand }) => ({ brand, version })),
  uaMajor: version,
});

const twins: [string, Facts][] = [
  ['all is well', well],
  ['Windows 10', { ...well, browser: { ...browser, platformVersion: '10.0.0' } }],
  ['macOS', { ...well, browser: { ...browser, platform: 'macOS', platformVersion: '15.1.0' } }],
  ['Chrome two versions behind', { ...well, browser: chromeAt(156) }],
  ['Chrome newer than the table', { ...well, browser: chromeAt(170) }],
  [
    'an ad blocker that blocked nothing',
    { ...well, extensions: { others: [blocker], paused: [] } },
  ],
  [
    'a password manager, and messages that came before anybody signed',
    { ...well, page: { ...page, form: 'found', settled: true, foreignMessages: 2, widget: 'ok' } },
  ],
  ['a clock that is two minutes off', { ...well, clock: { ...clock, skew: 119 } }],
  ['a session as usual', { ...well, session: { ...session, cookieBytes: 3000 } }],
  [
    'nothing could be looked at',
    { credential: { missing: 'failed' }, page: { missing: 'no_tab' } },
  ],
  ['nobody looked', {}],
];

test.each(twins)('%s: no cause is named, and nothing is found wrong', (_, facts) => {
  const seen = signals(facts, at);
  const { causes, findings, failureSeen } = diagnose(seen, facts, { at });
  expect(failureSeen).toBe(false);
  expect(causes.filter(({ certainty }) => certainty !== 'unknown')).toEqual([]);
  expect(findings.filter(({ status }) => status === 'fail' || status === 'warning')).toEqual([]);
});

test('what a bank says of its certificate is nobody’s message', () => {
  const said = ['Certificado revocado', 'Su sesión ha expirado', 'Servicio no disponible'];
  for (const text of said) expect(recogniseText('banco', text)).toBeUndefined();
  const article =
    'Un certificado revocado es aquel que la autoridad dio de baja antes de su fecha. ' +
    'En esta página te explicamos qué significa que aparezca la leyenda y qué puedes hacer ' +
    'si tu banco te la muestra al entrar a tu cuenta. ¿Certificado revocado? Llámanos.';
  for (const { id } of portals) expect(recogniseText(id, article), id).toBeUndefined();
});

/** Values that a healthy sign-in may come to, one at a time and all together. */
const harmless: Evidence[] = [
  { brand: 'chromium_other' },
  { lag: 'behind' },
  { extScore: 100 },
  { proxyBy: 'system' },
  { proxyBy: 'extension' },
  { certAgeDays: 1 },
  { deadlineDay: true },
  { incognito: true },
  { vpn: true },
  { portalTabs: 2 },
  { holder: 'moral' },
  { otherSigner: true },
  { ctrl: 'ok', ctrlMs: 900, retry: 'ok', ttfb: 4000 },
];

test('what is odd by itself, and all of it at once, is the cause of nothing', () => {
  const all: Evidence = Object.assign({}, ...harmless);
  for (const evidence of [...harmless, all]) {
    const { causes, findings } = diagnose({ ...signals(well, at), ...evidence });
    expect(causes.filter(({ certainty }) => certainty !== 'unknown')).toEqual([]);
    expect(findings).toEqual([]);
  }
  for (const name of Object.keys(all)) expect(Object.keys(candidates)).toContain(name);
});
