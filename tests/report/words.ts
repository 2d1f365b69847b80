/** The locale outside a browser, and sources as the page reads them. */
import { readFileSync } from 'node:fs';
import { diagnose, signals, type Facts } from '../../src/diagnosis/index.ts';
import type { DiagnosisView } from '../../src/messages.ts';
import { makeReport, seenFacts, type Occasion, type Sources } from '../../src/report/index.ts';
import { at, healthy } from '../diagnosis/checks/healthy.ts';

const locale = JSON.parse(readFileSync('public/_locales/es/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

/** As the browser does: an unknown key is an empty text. */
export const say = (key: string): string => locale[key]?.message ?? '';

export const occasion: Occasion = {
  reference: 'K7PM-4XRT',
  at: new Date('2026-11-22T16:42:00Z'),
  offset: -360,
  version: '1.2.3',
  namesExtensions: false,
};

export const nothing: Sources = {
  diagnosis: { value: undefined },
  failure: { value: undefined },
  kept: { value: undefined },
  inMemory: { value: undefined },
  changes: { value: [] },
  history: { value: { rows: [] } },
  browser: { value: { brands: [] } },
  trial: { value: undefined },
};

/** What the service worker keeps of a diagnosis of these facts. */
export function keptDiagnosis(facts: Facts): object {
  const seen = signals(facts, at);
  const { causes, findings, failureSeen } = diagnose(seen, facts, { at });
  const view: DiagnosisView = {
    at: at.toISOString(),
    portal: 'buzon-imss',
    signals: seen,
    causes: causes.slice(0, 3),
    findings,
    failureSeen,
    textsVersion: '2026-11-22',
  };
  return { reference: 'A3CE-4FHK', view, seen: seenFacts(facts) };
}

/** Somebody whose e.firma has expired, past an extension and a message with their name. */
export const expired: Facts = {
  ...healthy,
  credential: { ...healthy.credential, rfc: 'PULX9002151KA', notAfter: '2026-01-01T00:00:00Z' },
  page: {
    ...healthy.page,
    ttfb: 812,
    texts: [
      { text: 'Hola, Ximena: su certificado no está vigente', class: 'not_valid_date' as const },
    ],
  },
  extensions: {
    paused: [],
    others: [
      {
        id: 'a'.repeat(32),
        name: 'Traductor de Ximena',
        version: '1.0',
        access: 'all_sites',
        permissions: ['scripting', 'webRequest', 'proxy', 'declarativeNetRequest'],
        isForced: false,
      },
    ],
  },
};

export const card = {
  id: '1',
  rfc: 'PULX9002151KA',
  curp: 'PULX900215MDFRSM09',
  legalName: 'XIMENA PRUEBA LISTA',
  serialNumber: '30001000000500003416',
  notBefore: healthy.credential.notBefore,
  notAfter: '2026-01-01T00:00:00Z',
  kind: 'efirma',
  issuer: 'AC UAT',
  canFill: true,
  kept: 'vault',
};

export const reportOf = (sources: Partial<Sources>, about: Partial<Occasion> = {}) =>
  makeReport({ ...nothing, ...sources }, { ...occasion, ...about }, say);
