import type { ErrorCode } from '../../errors.ts';
import { keyRefusalOf, type KeyRefusal } from '../key/key-refusal.ts';
import type { Attempt } from './open-locked.ts';
import type { VerdictDetail } from './verdict-sentences.ts';
import { fault, type Fault } from './verdict.ts';

/** Why the .key and .pfx stayed closed, when it was not the password. */
export function keyFaults(attempts: readonly Attempt[]): Fault[] {
  return attempts.flatMap(({ file, refusal }) => {
    const isPfx = file.identity.kind === 'pkcs12';
    const cause = refusal && causes[refusal.code];
    if (!cause) return [];
    if (cause === 'key.corrupt') return [fault(cause, isPfx ? 'pfx_damaged' : 'damaged')];
    return [
      fault(cause, details[keyRefusalOf(refusal) ?? 'cipher'] ?? (isPfx ? 'pkcs12' : undefined)),
    ];
  });
}

const causes: Readonly<Partial<Record<ErrorCode, 'key.corrupt' | 'key.unsupported'>>> = {
  not_a_private_key: 'key.corrupt',
  not_a_pkcs12: 'key.corrupt',
  too_many_iterations: 'key.unsupported',
  unsupported_key: 'key.unsupported',
};

/** What a person can tell apart; whoever made the key in another way needs the original again. */
const details: Readonly<Partial<Record<KeyRefusal, VerdictDetail>>> = {
  iterations: 'too_many_iterations',
  not_rsa: 'not_rsa',
  key_size: 'key_size',
  key_numbers: 'key_size',
  legacy_pem: 'legacy_pem',
  openssh: 'openssh',
};
