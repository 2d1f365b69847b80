/** Sources with all that there can be in them, and what is put into their fields. */
import * as fc from 'fast-check';
import type { Sources } from '../../src/report/index.ts';
import { trialOf } from '../app/trial-words.ts';
import { card, expired, keptDiagnosis } from './words.ts';

const given = ['Guadalupe', 'JOSÉ ÁNGEL', 'María Fernanda', 'XÓCHITL', 'joaquín', 'Íñigo', 'Zoe'];
const family = ['Hernández Núñez', 'GÜEMES', 'Peña', 'de la Garza', 'Iturbide', 'OCHOA ÑÚÑEZ'];

/** Of persons, as portals and files write them. */
export const names = fc
  .tuple(fc.constantFrom(...given), fc.constantFrom(...family))
  .map((parts) => parts.join(' ').replace(' de la ', ' '));

/** Before and after the diagnosis: what is newer is told of the two. */
export const failureTimes = ['2026-11-22T11:30:00.000Z', '2026-11-22T12:30:00.000Z'] as const;

export function fullSources(failedAt: string = failureTimes[0]): Sources {
  const kept = keptDiagnosis({
    ...expired,
    network: {
      online: true,
      portal: { host: 'buzon.imss.gob.mx', net: 'TIMED_OUT', milliseconds: 4000 },
      widget: { host: 'firmadigitalssl.imss.gob.mx', http: 503, milliseconds: 140 },
      neighbour: { host: 'www.sat.gob.mx', http: 200, redirect: 'offsite', milliseconds: 90 },
      control: { answer: 'late', milliseconds: 3000 },
    },
    asked: { text: 'No se puede acceder a este sitio', class: 'unreachable' },
  });
  const failure = {
    portal: 'buzon-imss',
    tabId: 7,
    page: {
      portal: 'buzon-imss',
      at: failedAt,
      net: 'CONNECTION_RESET',
      http: 500,
      widgetNet: 'TIMED_OUT',
      texts: [{ text: 'Servicio no disponible', class: 'service_unavailable' }],
    },
    cause: { id: 'portal.down', certainty: 'likely', repair: 'set-clock', evidence: [] },
  };
  const change = {
    id: 'c',
    repair: 'clear-site-cache',
    portal: 'idse',
    at: '2026-11-22T12:00:00.000Z',
    names: ['JSESSIONID', 'Traductor'],
    state: 'undone',
    isTemporary: false,
    confirmed: true,
  };
  const row = {
    sequence: 3,
    action: 'repair',
    at: '2026-11-20T12:00:00.000Z',
    portal: 'idse',
    repair: 'pause-extensions',
    rfc: card.rfc,
    serialNumber: card.serialNumber,
    origin: 'https://idse.imss.gob.mx',
  };
  const brands = [
    { brand: 'Chromium', version: '157' },
    { brand: 'Google Chrome', version: '157' },
  ];
  const trial = trialOf(
    { revocation: { status: 'unknown', reason: 'timeout' } },
    {
      cause: 'pwd.wrong',
      detail: 'is_rfc',
      findings: [{ id: 'cert.pem', status: 'warning' }],
      belongsTo: { rfc: 'LIPX8001011H0', notBefore: card.notBefore, notAfter: card.notAfter },
    },
  );
  return structuredClone({
    diagnosis: { value: kept },
    failure: { value: failure },
    kept: { value: { count: 2, chosen: card } },
    inMemory: { value: { count: 2, chosen: card } },
    changes: { value: [change] },
    history: { value: { rows: [row], integrity: 'intact', unsealed: 0 } },
    browser: {
      value: { brands, platform: 'Windows', platformVersion: '15.0.0', mobile: false },
    },
    trial: { value: trial },
  });
}

type Place = readonly string[];

/** The way to every value that is no list and no object; what holds them is ours. */
export function placesIn(sources: Sources): Place[] {
  return waysIn(sources).filter(([, second]) => second === 'value');
}

function waysIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([name, inner]) =>
    waysIn(inner).map((way) => [name, ...way]),
  );
}

/** The same with a text in these places. */
export function withSecret(sources: Sources, places: readonly Place[], secret: string): Sources {
  for (const place of places) {
    let holder = sources as unknown as Record<string, unknown>;
    for (const name of place.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
    holder[place.at(-1) ?? ''] = secret;
  }
  return sources;
}
