/** What pages may ask, each after the browser has vouched for who asks. */
import type { BridgeAnswer, BridgeMessage } from '../bridge/protocol.ts';
import { FirmaError } from '../errors.ts';
import type { CredentialCard } from '../messages.ts';
import { answerOfRequest, markDelivered, stateOfNonce } from './answers.ts';
import { parseAuthenticateParams, type AuthenticateParams } from './authenticate-params.ts';
import { inviteToImport } from './badge.ts';
import { listCards } from './credentials.ts';
import type { PageSender } from './judge-sender.ts';
import { failure, takeOutcome, waitFor } from './outcomes.ts';
import { needsGesture, withdraw } from './refusals.ts';
import {
  dropRequest,
  findRequest,
  isStillThere,
  saveRequest,
  type PageRequest,
} from './requests.ts';
import { serverNow } from './server-time.ts';
import { handToPopup, isStarted } from './sign-in-start.ts';
import { closeApproval, mayOpenWindow, openApproval, restoreApproval } from './surfaces.ts';

/** Calls that the page gave up while they were still being looked at. */
const withdrawn = new Set<string>();

/** Calls that got what was kept for an earlier one: when theirs arrives, its answer has arrived. */
const repeats = new Map<string, string>();

/** A new request: refused at once, or shown to the person; resolves when it is decided. */
export async function onCall(
  page: PageSender,
  message: BridgeMessage & { kind: 'call' },
): Promise<BridgeAnswer> {
  try {
    return await decide(page, message);
  } finally {
    withdrawn.delete(message.id);
  }
}

async function decide(
  page: PageSender,
  message: BridgeMessage & { kind: 'call' },
): Promise<BridgeAnswer> {
  const params = parseAuthenticateParams(message.params);
  const state = await stateOfNonce(page.origin, params.nonce, Date.now());
  if (state.kind === 'used') throw new FirmaError('nonce_reused');
  if (state.kind === 'undelivered') {
    repeats.set(message.id, state.answer.requestId);
    return { ok: true, result: state.answer.response };
  }
  await assertNotBusy(page);
  const inPopup = isStarted(page.tabId);
  // Who presses «Entrar» in the popup has touched more than the page.
  if (await needsGesture(page, message.activated || inPopup)) {
    throw new FirmaError('gesture_required');
  }
  await assertCertificate(page, params);

  if (!inPopup && !(await mayOpenWindow(Date.now()))) throw new FirmaError('busy');
  const request: PageRequest = {
    ...page,
    id: message.id,
    nonce: params.nonce,
    ...(params.rfc !== undefined && { rfc: params.rfc }),
    wantsCurp: params.curp === true,
    surface: { kind: inPopup ? 'popup' : 'window' },
  };
  const answer = waitFor(request.id);
  await saveRequest(request);
  if (withdrawn.delete(request.id)) await withdraw(request.id);
  else if (inPopup) handToPopup(request);
  else await openApproval(request);
  return await answer;
}

/** A content script whose worker died asks what became of its call. */
export async function onResume(page: PageSender, id: string): Promise<BridgeAnswer> {
  const request = await findRequest((other) => other.id === id && isSamePage(other, page));
  const kept = await answerOfRequest(id);
  if (kept?.response && kept.event.origin === page.origin) {
    if (request) await Promise.all([dropRequest(request), closeApproval(request)]);
    return { ok: true, result: kept.response };
  }
  if (request) {
    const answer = waitFor(id);
    await restoreApproval(request);
    return await answer;
  }
  return (await takeOutcome(id)) ?? failure(new FirmaError('interrupted'));
}

export async function onCancel(page: PageSender, id: string): Promise<void> {
  const request = await findRequest((other) => other.id === id && isSamePage(other, page));
  if (request) await withdraw(request.id);
  else withdrawn.add(id);
}

export async function onDelivered(page: PageSender, id: string): Promise<void> {
  const first = repeats.get(id) ?? id;
  repeats.delete(id);
  const kept = await answerOfRequest(first);
  if (kept?.event.origin === page.origin) await markDelivered(first);
}

/** e.firmas that answer a request. */
export async function cardsFor({ rfc }: { rfc?: string }): Promise<CredentialCard[]> {
  const cards = (await listCards()).filter(({ damaged }) => !damaged);
  return rfc === undefined ? cards : cards.filter((card) => card.rfc === rfc);
}

function isSamePage(request: PageSender, page: PageSender): boolean {
  return request.tabId === page.tabId && request.documentId === page.documentId;
}

/** One request a tab; one whose page was left makes room. */
async function assertNotBusy(page: PageSender): Promise<void> {
  const other = await findRequest(({ tabId }) => tabId === page.tabId);
  if (!other) return;
  if (await isStillThere(other)) throw new FirmaError('busy');
  await withdraw(other.id);
}

async function assertCertificate(page: PageSender, params: AuthenticateParams): Promise<void> {
  const cards = await cardsFor(params.rfc === undefined ? {} : { rfc: params.rfc });
  if (cards.length === 0) {
    await inviteToImport(page.tabId);
    throw new FirmaError('no_certificate');
  }
  const now = (await serverNow()).toISOString();
  if (cards.every(({ notAfter }) => notAfter < now)) throw new FirmaError('certificate_expired');
}
