/** What the report is made of, put where the page reads it. */
import type { Launched } from '../../scripts/chromium.ts';
import { checks, diagnose, signals } from '../../src/diagnosis/index.ts';
import { seenBy } from '../../src/diagnosis/signal-sources.ts';
import { at, healthy } from '../diagnosis/checks/healthy.ts';
import { expired, keptDiagnosis, say } from '../report/words.ts';

interface Stored {
  local?: Record<string, unknown>;
  session?: Record<string, unknown>;
}

/** Writes to the stores behind the extension's back. */
export async function store({ worker }: Launched, { local = {}, session = {} }: Stored) {
  const running = await worker();
  await running.evaluate(
    async (items) => {
      await chrome.storage.local.set(items.local);
      await chrome.storage.session.set(items.session);
    },
    { local, session },
  );
}

/** Sentences that there are for evidence, the longest first. */
function longestEvidence(count: number): { key: string }[] {
  return Object.values(seenBy)
    .flatMap((seen) => Object.entries<'any' | readonly unknown[]>(seen))
    .flatMap(([name, values]) =>
      values === 'any' ? [] : values.map((value) => `signal_${name}_${String(value)}`),
    )
    .filter((key) => say(`evidence_${key}`) !== '')
    .toSorted((one, other) => say(`evidence_${other}`).length - say(`evidence_${one}`).length)
    .slice(0, count)
    .map((key) => ({ key }));
}

/** A message of a portal as long as one can be, with nothing in it that would be left out. */
const longMessage = `${'certificado inválido inténtelo nuevamente '.repeat(8).trim()}.`;

/** As much as a diagnosis can say, of everything, all of it bad. */
export function longestDiagnosis(): object {
  const { causes } = diagnose(signals(expired, at), expired, { at });
  const sentence = (id: string) => say(`diagnosis_${id.replaceAll('.', '_')}`);
  const longest = causes.toSorted(
    (one, other) => sentence(other.id).length - sentence(one.id).length,
  );
  const kept = keptDiagnosis(healthy) as { view: object; seen: object };
  const evidence = longestEvidence(3);
  const all = Object.assign({}, ...Object.values(seenBy)) as Record<string, 'any' | unknown[]>;
  return {
    ...kept,
    view: {
      ...kept.view,
      failureSeen: false,
      causes: longest.slice(0, 3).map((cause) => ({ ...cause, evidence })),
      findings: [
        ...checks.map(({ id }) => ({ id, status: 'fail', evidence })),
        ...checks.map(({ id }) => ({ id, status: 'unknown', evidence: [], missing: 'failed' })),
        ...['management', 'content_settings', 'revocation', 'neighbour', 'time', 'no_tab'].map(
          (missing) => ({ id: 'stale-cache', status: 'unknown', evidence: [], missing }),
        ),
      ],
      signals: Object.fromEntries(
        Object.entries(all).map(([name, values]) => [name, values === 'any' ? 999_999 : values[0]]),
      ),
    },
    seen: {
      ...kept.seen,
      texts: Array.from({ length: 6 }, () => ({ text: longMessage, class: 'trio_invalid' })),
      network: {
        online: true,
        portal: { host: 'buzon.imss.gob.mx', net: 'SSL_VERSION_OR_CIPHER_MISMATCH', http: 503 },
        widget: { host: 'firmadigitalssl.imss.gob.mx', net: 'CERT_COMMON_NAME_INVALID' },
        neighbour: { host: 'www.sat.gob.mx', http: 200, redirect: 'offsite', milliseconds: 9000 },
        control: { answer: 'late', milliseconds: 3000 },
      },
      extensions: Array.from({ length: 40 }, (_, index) => ({
        name: `Una extensión de nombre muy largo, la número ${index}`,
      })),
    },
  };
}

/** As many repairs as nobody makes. */
export const manyChanges = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `change:${index}`,
    {
      id: `${index}`,
      repair: 'clear-imss-cookies',
      portal: 'idse',
      at: `2026-11-22T12:${10 + index}:00.000Z`,
      until: '2099-01-01T00:00:00.000Z',
      names: [],
      state: 'undone',
      isTemporary: false,
      confirmed: true,
    },
  ]),
);
