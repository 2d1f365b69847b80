import type { Missing } from './facts.ts';
import type { Outcome } from './information.ts';

/** What was not looked at for want of the person's yes; `id` is the gap that it leaves. */
interface Probe {
  readonly id: Missing;
  readonly outcomes: readonly Outcome[];
}

/** What one yes lets be looked at, in the order in which ties are broken. */
export const probes = [
  {
    id: 'management',
    outcomes: [
      { evidence: { extScore: 0 }, usual: 6 },
      { evidence: { extScore: 40 }, usual: 1 },
      { evidence: { extScore: 80 }, usual: 3 },
    ],
  },
  {
    id: 'content_settings',
    outcomes: [
      { evidence: { js: 'allow', cookies: 'allow' }, usual: 8 },
      { evidence: { js: 'allow', cookies: 'block' }, usual: 1 },
      { evidence: { js: 'block', cookies: 'allow' }, usual: 1 },
    ],
  },
  {
    id: 'revocation',
    outcomes: [
      { evidence: { revocation: 'good' }, usual: 9 },
      { evidence: { revocation: 'revoked' }, usual: 1 },
    ],
  },
  {
    id: 'neighbour',
    outcomes: [
      { evidence: { ctrl: 'ok' }, usual: 8 },
      { evidence: { ctrl: 'cert' }, usual: 1 },
      { evidence: { ctrl: 'redirect' }, usual: 1 },
    ],
  },
] as const satisfies readonly Probe[];

export type ProbeId = (typeof probes)[number]['id'];
