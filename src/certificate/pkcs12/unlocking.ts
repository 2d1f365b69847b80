import { FirmaError, type FileErrorCode } from '../../errors.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import type { PasswordEncoding } from '../key/opened-key.ts';
import { workOf } from '../key/encryption-scheme.ts';
import { spendWork, type WorkBudget } from '../key/work.ts';
import type { PasswordForms } from './password-forms.ts';
import type { Sealed } from './sealed.ts';

/** What is known while a .pfx is being opened. */
export interface Unlocking {
  passwords: PasswordForms;
  budget: WorkBudget;
  /** What it means when something cannot be deciphered: only a MAC tells a wrong password from damage. */
  refusal: FileErrorCode;
  /** Of everything that the password has opened so far. */
  encodings: PasswordEncoding[];
}

/** One thing that a password is tried on. */
export interface Lock {
  /** The work of one try. */
  iterations: number;
  passwordForm: keyof PasswordForms;
}

/**
 * Tries a password in its forms, as far as the budget reaches. In: what to do with each, which says
 * `undefined` when it does not fit. Out: what the first that fits has made.
 *
 * @throws FirmaError the `refusal` when none fits · `too_many_iterations` when the budget does not
 *   reach for the most likely one, and of a password that is proved, for any
 */
export async function tryForms<Value>(
  { iterations, passwordForm }: Lock,
  { passwords, budget, refusal, encodings }: Unlocking,
  attempt: (password: Bytes) => Promise<Value | undefined>,
): Promise<Value> {
  for (const [index, { encoding, bytes }] of passwords[passwordForm].entries()) {
    const isUnpaid = iterations > budget.iterations;
    // Firefox asks for so much that the unlikely forms cannot be paid: the likely one has decided.
    if (isUnpaid && index > 0 && refusal === 'wrong_password') break;
    spendWork(budget, iterations);
    const value = await attempt(bytes);
    if (value === undefined) continue;
    encodings.push(encoding);
    return value;
  }
  throw new FirmaError(refusal);
}

/**
 * Deciphers and reads; what cannot be read was deciphered with a wrong password. What was deciphered
 * is wiped: `read` keeps copies.
 *
 * @throws FirmaError as {@link tryForms}, and what `read` throws
 */
export function unseal<Value>(
  { scheme, encrypted }: Sealed,
  unlocking: Unlocking,
  read: (plain: Bytes) => Value,
): Promise<Value> {
  const lock = { ...scheme, iterations: workOf(scheme, encrypted) };
  return tryForms(lock, unlocking, async (password) => {
    const plain = await scheme.decrypt(password, encrypted);
    try {
      return plain && read(plain);
    } catch (error) {
      if (error instanceof DerError) return undefined;
      throw error;
    } finally {
      plain?.fill(0);
    }
  });
}
