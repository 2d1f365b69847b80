import type { PortalId } from '../portals/index.ts';

/** Something to come back to: a portal that does not answer, or a time that has to pass. */
export interface Reminder {
  portal: PortalId;
  /** `portal`: until it answers again. `time`: until `next`. */
  waitsFor: 'portal' | 'time';
  /** `given_up`: the portal did not answer for as long as one looks. */
  state: 'waiting' | 'ready' | 'given_up';
  /** Milliseconds since the epoch, by this computer. */
  at: number;
  /** When one looks again. */
  next: number;
  /** How often one looked. */
  looks: number;
}
