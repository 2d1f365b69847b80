/** Trials as the service worker would tell them, and the words of the extension outside a browser. */
import { vi } from 'vitest';
import type { Review, Trial, TrialStep, TrialStepId } from '../../src/messages.ts';
import { readFileSync } from 'node:fs';

const locale = JSON.parse(readFileSync('public/_locales/es/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

/** As the browser does: an unknown key is an empty text. */
export function speakSpanish(): void {
  const getMessage = (key: string, values: string[] = []) =>
    (locale[key]?.message ?? '').replaceAll(
      /\$(\d)/g,
      (_, place: string) => values[+place - 1] ?? '',
    );
  vi.stubGlobal('chrome', { i18n: { getMessage } });
}

const ids: readonly TrialStepId[] = [
  'files',
  'pair',
  'password',
  'form',
  'dates',
  'issuer',
  'revocation',
  'signature',
];

const card: NonNullable<Review['card']> = {
  rfc: 'PULX9002151KA',
  curp: 'PULX900215MDFRSM09',
  legalName: 'XIMENA PRUEBA LISTA',
  representativeRfc: 'LIPX8001011H0',
  serialNumber: '30001000000500003416',
  notBefore: '2025-03-01T12:00:00.000Z',
  notAfter: '2029-03-01T12:00:00.000Z',
  kind: 'efirma',
  issuer: 'AC UAT',
};

export function trialOf(
  steps: Partial<Record<TrialStepId, Omit<TrialStep, 'id'>>> = {},
  review: Partial<Review> = {},
): Trial {
  const all = ids.map((id): TrialStep => ({ id, ...(steps[id] ?? { status: 'pass' }) }));
  return {
    ok: all.every(({ status }) => status !== 'fail') && review.cause === undefined,
    at: '2026-05-17T06:33:00.000Z',
    clock: 'computer',
    steps: all,
    review: { ok: review.cause === undefined, usable: true, findings: [], card, ...review },
  };
}
