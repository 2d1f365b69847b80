/**
 * Answers that were made and may not have arrived: kept five minutes by origin and nonce, so that a
 * signature that was made once is never made again.
 */
import type { AuthenticateResponse } from '../bridge/protocol.ts';
import { sessionCollection } from '../storage.ts';
import type { AuditEvent } from '../vault/index.ts';

const keptFor = 5 * 60_000;

export interface KeptAnswer {
  requestId: string;
  nonce: string;
  /** The call that it answers: see `callKey`. */
  call: string;
  /** Milliseconds since the epoch, by this computer's clock. */
  keptAt: number;
  /** Gone once the page has it. */
  response?: AuthenticateResponse;
  /** The entry of the audit log that belongs to it, in case the worker dies before writing it. */
  event: AuditEvent;
}

export type NonceState =
  { kind: 'new' } | { kind: 'undelivered'; answer: Required<KeptAnswer> } | { kind: 'used' };

const answers = sessionCollection<KeptAnswer>('answer');

/** One writing per pair: neither an origin nor base64url holds a space. */
export function nonceKey(origin: string, nonce: string): string {
  return `${origin} ${nonce}`;
}

export async function keepAnswer(
  origin: string,
  nonce: string,
  answer: Required<KeptAnswer>,
): Promise<void> {
  await answers.set(nonceKey(origin, nonce), answer);
  for (const [key, old] of await answers.entries()) {
    if (old.response && answer.keptAt - old.keptAt >= keptFor) {
      await answers.set(key, withoutResponse(old));
    }
  }
}

export async function stateOfNonce(
  origin: string,
  nonce: string,
  now: number,
): Promise<NonceState> {
  const answer = await answers.get(nonceKey(origin, nonce));
  if (!answer) return { kind: 'new' };
  const { response } = answer;
  return response && now - answer.keptAt < keptFor
    ? { kind: 'undelivered', answer: { ...answer, response } }
    : { kind: 'used' };
}

export async function findAnswer(
  matches: (answer: KeptAnswer) => boolean,
): Promise<KeptAnswer | undefined> {
  return (await answers.entries()).map(([, answer]) => answer).find(matches);
}

/** The page has its answer: from now on the nonce is used. */
export async function markDelivered(origin: string, nonce: string): Promise<void> {
  const key = nonceKey(origin, nonce);
  const answer = await answers.get(key);
  if (answer) await answers.set(key, withoutResponse(answer));
}

function withoutResponse({ response: _delivered, ...answer }: KeptAnswer): KeptAnswer {
  return answer;
}
