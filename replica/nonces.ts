import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

const lifetime = 5 * 60_000;

/** Challenges of one server, good once, for five minutes of its clock. */
export interface Nonces {
  issue(): string;
  /** Uses one up. Synchronous, so that of two requests at once only one gets it. */
  take(nonce: string): void;
}

/** Each is what `make` makes: without it 32 random bytes, base64url without padding. */
export function makeNonces(
  clock: Clock,
  make = (): string => randomBytes(32).toString('base64url'),
): Nonces {
  const issued = new Map<string, { at: number; used: boolean }>();
  return {
    issue() {
      const nonce = make();
      issued.set(nonce, { at: clock().getTime(), used: false });
      return nonce;
    },
    take(nonce) {
      const entry = issued.get(nonce);
      if (!entry) {
        throw new Refusal('nonce_unknown', 'Este portal no dio el reto que viene en la respuesta.');
      }
      if (entry.used) {
        throw new Refusal('nonce_used', 'Esta respuesta ya se usó una vez. Vuelve a entrar.');
      }
      if (clock().getTime() - entry.at > lifetime) {
        throw new Refusal('nonce_expired', 'Pasaron más de cinco minutos. Vuelve a entrar.');
      }
      entry.used = true;
    },
  };
}
