/**
 * Who waits for which answer. A content script waits in memory; when the worker dies it asks again
 * with the same id, and finds the outcome here if it was decided meanwhile.
 */
import type { BridgeAnswer } from '../bridge/protocol.ts';
import { codeOf, pageErrorCodes, type PageErrorCode } from '../errors.ts';
import { t } from '../i18n.ts';
import { sessionCollection } from '../storage.ts';
import type { PageSender } from './judge-sender.ts';
import { reportBug } from './report-bug.ts';
import { callKey, type PageRequest } from './requests.ts';

const waiting = new Map<string, (answer: BridgeAnswer) => void>();
const outcomes = sessionCollection<BridgeAnswer>('outcome');

const pageCodes: ReadonlySet<string> = new Set(pageErrorCodes);

/** Any error as a page may see it: codes of the core become `unexpected`. */
export function failure(error: unknown): BridgeAnswer {
  reportBug(error);
  const code = codeOf(error);
  const pageCode = (pageCodes.has(code) ? code : 'unexpected') as PageErrorCode;
  return { ok: false, failure: { code: pageCode, message: t(`error_${pageCode}`) } };
}

export function waitFor({ id }: PageRequest): Promise<BridgeAnswer> {
  return new Promise((resolve) => waiting.set(id, resolve));
}

/** Answers whoever waits for a request. Nobody there: refusals are kept until somebody asks. */
export async function settle(request: PageRequest, answer: BridgeAnswer): Promise<void> {
  const resolve = waiting.get(request.id);
  waiting.delete(request.id);
  if (resolve) resolve(answer);
  else if (!answer.ok) await outcomes.set(callKey(request, request.callId), answer);
}

/** A refusal that was decided while nobody waited; told once. */
export async function takeOutcome(
  page: PageSender,
  callId: string,
): Promise<BridgeAnswer | undefined> {
  const key = callKey(page, callId);
  const answer = await outcomes.get(key);
  if (answer) await outcomes.remove(key);
  return answer;
}
