/** What pages may ask, each after the browser has vouched for who asks. */
import type { BridgeAnswer, BridgeMessage } from '../bridge/protocol.ts';
import { FirmaError } from '../errors.ts';
import type { CredentialCard } from '../messages.ts';
import { appendAudit } from '../vault/index.ts';
import { findAnswer, markDelivered, stateOfNonce, type KeptAnswer } from './answers.ts';
import { parseAuthenticateParams, type AuthenticateParams } from './authenticate-params.ts';
import { inviteToImport } from './badge.ts';
import { listCards } from './credentials.ts';
import type { PageSender } from './judge-sender.ts';
import { failure, takeOutcome, waitFor } from './outcomes.ts';
import { needsGesture, withdraw } from './refusals.ts';
import {
  callKey,
  dropRequest,
  findRequest,
  isStillThere,
  saveRequest,
  type PageRequest,
} from './requests.ts';
import { serverNow } from './server-time.ts';
import { handToPopup, isStarted } from './sign-in-start.ts';
import {
  closeApproval,
  mayOpenWindow,
  moveToWindow,
  openApproval,
  restoreApproval,
} from './surfaces.ts';

/** Calls that the page gave up while they were still being looked at: see `callKey`. */
const withdrawn = new Set<string>();

/** Calls that got what was kept for an earlier one, and its nonce. */
const repeats = new Map<string, string>();

/** A new request: refused at once, or shown to the person; resolves when it is decided. */
export async function onCall(
  page: PageSender,
  message: BridgeMessage & { kind: 'call' },
): Promise<BridgeAnswer> {
  const call = callKey(page, message.id);
  try {
    return await decide(page, message, call);
  } finally {
    withdrawn.delete(call);
  }
}

async function decide(
  page: PageSender,
  message: BridgeMessage & { kind: 'call' },
  call: string,
): Promise<BridgeAnswer> {
  const params = parseAuthenticateParams(message.params);
  const state = await stateOfNonce(page.origin, params.nonce, Date.now());
  if (state.kind === 'used') throw new FirmaError('nonce_reused');
  if (state.kind === 'undelivered') {
    repeats.set(call, params.nonce);
    return await handOut(state.answer);
  }
  await assertNotBusy(page);
  const inPopup = isStarted(page);
  // Who presses «Entrar» in the popup has touched more than the page.
  if (await needsGesture(page, message.activated || inPopup)) {
    throw new FirmaError('gesture_required');
  }
  await assertAnyCertificate(page);
  if (params.rfc === undefined) await assertCertificate(page, params);
  if (!inPopup && !(await mayOpenWindow(Date.now()))) throw new FirmaError('busy');
  // Of an RFC nothing is told before: a page may not try out a list of them.
  if (params.rfc !== undefined) await assertCertificate(page, params);

  const request: PageRequest = {
    ...page,
    id: crypto.randomUUID(),
    callId: message.id,
    nonce: params.nonce,
    ...(params.rfc !== undefined && { rfc: params.rfc }),
    wantsCurp: params.curp === true,
    surface: { kind: inPopup ? 'popup' : 'window' },
  };
  const answer = waitFor(request);
  await saveRequest(request);
  if (withdrawn.delete(call)) await withdraw(request.id);
  else if (!inPopup) await openApproval(request);
  else if (!handToPopup(request)) await moveToWindow(request);
  return await answer;
}

/** A content script whose worker died asks what became of its call. */
export async function onResume(page: PageSender, callId: string): Promise<BridgeAnswer> {
  const call = callKey(page, callId);
  const request = await requestOf(page, callId);
  const kept = await findAnswer((answer) => answer.call === call);
  if (kept?.response) {
    if (request) await Promise.all([dropRequest(request), closeApproval(request)]);
    return await handOut({ ...kept, response: kept.response });
  }
  if (request) {
    const answer = waitFor(request);
    await restoreApproval(request);
    return await answer;
  }
  return (await takeOutcome(page, callId)) ?? failure(new FirmaError('interrupted'));
}

export async function onCancel(page: PageSender, callId: string): Promise<void> {
  const request = await requestOf(page, callId);
  if (request) await withdraw(request.id);
  else withdrawn.add(callKey(page, callId));
}

export async function onDelivered(page: PageSender, callId: string): Promise<void> {
  const call = callKey(page, callId);
  const nonce = repeats.get(call) ?? (await findAnswer((answer) => answer.call === call))?.nonce;
  repeats.delete(call);
  if (nonce !== undefined) await markDelivered(page.origin, nonce);
}

/** e.firmas that answer a request. */
export async function cardsFor({ rfc }: { rfc?: string }): Promise<CredentialCard[]> {
  const cards = (await listCards()).filter(({ damaged }) => !damaged);
  return rfc === undefined ? cards : cards.filter((card) => card.rfc === rfc);
}

/** No signature leaves without its entry, whatever went wrong when it was made. */
async function handOut({ event, response }: Required<KeptAnswer>): Promise<BridgeAnswer> {
  await appendAudit(event);
  return { ok: true, result: response };
}

async function requestOf(page: PageSender, callId: string): Promise<PageRequest | undefined> {
  const call = callKey(page, callId);
  return await findRequest((request) => callKey(request, request.callId) === call);
}

/** One request a tab; one whose page was left makes room. */
async function assertNotBusy(page: PageSender): Promise<void> {
  const other = await findRequest(({ tabId }) => tabId === page.tabId);
  if (!other) return;
  if (await isStillThere(other)) throw new FirmaError('busy');
  await withdraw(other.id);
}

async function assertAnyCertificate({ tabId }: PageSender): Promise<void> {
  if ((await cardsFor({})).length > 0) return;
  await inviteToImport(tabId);
  throw new FirmaError('no_certificate');
}

async function assertCertificate(page: PageSender, params: AuthenticateParams): Promise<void> {
  const cards = await cardsFor(params.rfc === undefined ? {} : { rfc: params.rfc });
  if (cards.length === 0) throw new FirmaError('no_certificate');
  const now = (await serverNow(page.origin)).toISOString();
  if (cards.every(({ notAfter }) => notAfter < now)) throw new FirmaError('certificate_expired');
}
