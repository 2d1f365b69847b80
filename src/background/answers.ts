/**
 * Answers that were made and may not have arrived: kept five minutes by origin and nonce, so that a
 * signature that was made once is never made again.
 */
import { browser } from '../browser.ts';
import type { AuthenticateResponse } from '../bridge/protocol.ts';
import type { AuditEvent } from '../vault/index.ts';

const keptFor = 5 * 60_000;

export interface KeptAnswer {
  requestId: string;
  /** Milliseconds since the epoch, by this computer's clock. */
  keptAt: number;
  /** Gone once the page has it. */
  response?: AuthenticateResponse;
  /** The entry of the audit log that belongs to it, in case the worker dies before writing it. */
  event: AuditEvent;
}

export type NonceState =
  { kind: 'new' } | { kind: 'undelivered'; answer: Required<KeptAnswer> } | { kind: 'used' };

const prefix = 'answer:';

function keyOf(origin: string, nonce: string): string {
  return `${prefix}${origin} ${nonce}`;
}

export async function keepAnswer(
  origin: string,
  nonce: string,
  answer: Required<KeptAnswer>,
): Promise<void> {
  const expired = (await all()).filter(([, { keptAt }]) => answer.keptAt - keptAt >= keptFor);
  await browser.storage.session.set({
    ...Object.fromEntries(expired.map(([key, old]) => [key, withoutResponse(old)])),
    [keyOf(origin, nonce)]: answer,
  });
}

export async function stateOfNonce(
  origin: string,
  nonce: string,
  now: number,
): Promise<NonceState> {
  const key = keyOf(origin, nonce);
  const answer = (await browser.storage.session.get(key))[key] as KeptAnswer | undefined;
  if (!answer) return { kind: 'new' };
  const { response } = answer;
  return response && now - answer.keptAt < keptFor
    ? { kind: 'undelivered', answer: { ...answer, response } }
    : { kind: 'used' };
}

export async function answerOfRequest(requestId: string): Promise<KeptAnswer | undefined> {
  return (await find(requestId))?.[1];
}

/** The page has its answer: from now on the nonce is used. */
export async function markDelivered(requestId: string): Promise<void> {
  const found = await find(requestId);
  if (!found) return;
  const [key, answer] = found;
  await browser.storage.session.set({ [key]: withoutResponse(answer) });
}

function withoutResponse({ response: _delivered, ...answer }: KeptAnswer): KeptAnswer {
  return answer;
}

async function find(requestId: string): Promise<[string, KeptAnswer] | undefined> {
  return (await all()).find(([, answer]) => answer.requestId === requestId);
}

async function all(): Promise<[string, KeptAnswer][]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, answer]) => [key, answer as KeptAnswer]);
}
