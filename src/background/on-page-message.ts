/**
 * The one door for messages that come from pages, written by hand: who sends is judged before
 * anything of the message is read, and what is not understood gets no answer.
 */
import * as v from 'valibot';
import type { BridgeAnswer, BridgeMessage } from '../bridge/protocol.ts';
import { FirmaError } from '../errors.ts';
import { judgePageSender, type PageSender } from './judge-sender.ts';
import { failure } from './outcomes.ts';
import { onCall, onCancel, onDelivered, onResume } from './page-calls.ts';

const id = v.pipe(v.string(), v.uuid());
const firmaLista = v.literal(1);
const schema = v.variant('kind', [
  v.strictObject({
    firmaLista,
    kind: v.literal('call'),
    id,
    method: v.literal('authenticate'),
    params: v.unknown(),
    activated: v.boolean(),
  }),
  v.strictObject({ firmaLista, kind: v.literal('resume'), id }),
  v.strictObject({
    firmaLista,
    kind: v.literal('cancel'),
    id,
    reason: v.picklist(['aborted', 'timeout']),
  }),
  v.strictObject({ firmaLista, kind: v.literal('delivered'), id }),
]);

/** `ready`: what an earlier worker left unfinished is put in order before anybody is answered. */
export function listenToPages(ready: Promise<void>): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (typeof message !== 'object' || message === null || !('firmaLista' in message)) return false;
    void answer(ready, message, sender).catch(failure).then(sendResponse);
    return true;
  });
}

async function answer(
  ready: Promise<void>,
  message: object,
  sender: chrome.runtime.MessageSender,
): Promise<BridgeAnswer> {
  const page = judgePageSender(sender);
  const parsed = v.safeParse(schema, message);
  if (!parsed.success) throw new FirmaError('invalid_request');
  await ready;
  return await dispatch(page, parsed.output);
}

async function dispatch(page: PageSender, message: BridgeMessage): Promise<BridgeAnswer> {
  const done: BridgeAnswer = { ok: true, result: undefined };
  if (message.kind === 'call') return await onCall(page, message);
  if (message.kind === 'resume') return await onResume(page, message.id);
  if (message.kind === 'cancel') await onCancel(page, message.id);
  else await onDelivered(page, message.id);
  return done;
}
