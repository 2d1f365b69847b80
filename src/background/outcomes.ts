/**
 * Who waits for which answer. A content script waits in memory; when the worker dies it asks again
 * with the same id, and finds the outcome here if it was decided meanwhile.
 */
import { browser } from '../browser.ts';
import type { BridgeAnswer } from '../bridge/protocol.ts';
import { codeOf, type PageErrorCode } from '../errors.ts';
import { t } from '../i18n.ts';

const waiting = new Map<string, (answer: BridgeAnswer) => void>();
const keyOf = (id: string): string => `outcome:${id}`;

const pageCodes: ReadonlySet<string> = new Set<PageErrorCode>([
  'user_cancelled',
  'no_certificate',
  'certificate_expired',
  'origin_not_allowed',
  'invalid_request',
  'nonce_reused',
  'gesture_required',
  'busy',
  'timeout',
  'too_large',
  'unsupported_version',
  'interrupted',
]);

/** Any error as a page may see it: codes of the core become `unexpected`. */
export function failure(error: unknown): BridgeAnswer {
  const code = codeOf(error);
  const pageCode = (pageCodes.has(code) ? code : 'unexpected') as PageErrorCode;
  return { ok: false, failure: { code: pageCode, message: t(`error_${pageCode}`) } };
}

export function waitFor(id: string): Promise<BridgeAnswer> {
  return new Promise((resolve) => waiting.set(id, resolve));
}

/** Answers whoever waits for a request. Nobody there: refusals are kept until somebody asks. */
export async function settle(id: string, answer: BridgeAnswer): Promise<void> {
  const resolve = waiting.get(id);
  waiting.delete(id);
  if (resolve) resolve(answer);
  else if (!answer.ok) await browser.storage.session.set({ [keyOf(id)]: answer });
}

/** A refusal that was decided while nobody waited; told once. */
export async function takeOutcome(id: string): Promise<BridgeAnswer | undefined> {
  const key = keyOf(id);
  const answer = (await browser.storage.session.get(key))[key] as BridgeAnswer | undefined;
  if (answer) await browser.storage.session.remove(key);
  return answer;
}
