/**
 * Between the page and the service worker, in the isolated world of portal pages (top frame only).
 * It decides nothing: it carries calls, keeps time, and asks again when the service worker died.
 */
import type { PageErrorCode } from '../errors.ts';
import type {
  BridgeAnswer,
  BridgeMessage,
  ContentPortMessage,
  PageFailure,
  PagePortMessage,
  Status,
  TabMessage,
} from './protocol.ts';

declare const __VERSION__: string;

const longestParams = 16 * 1024;
const longestWait = 15 * 60_000;

const ownCodes = [
  'busy',
  'interrupted',
  'invalid_request',
  'timeout',
  'too_large',
  'unexpected',
  'unsupported_version',
] as const satisfies readonly PageErrorCode[];
type OwnCode = (typeof ownCodes)[number];

// Read now: after an update of the extension this script goes on, but may ask for no text.
const sentences = Object.fromEntries(
  ownCodes.map((code) => [code, chrome.i18n.getMessage(`error_${code}`)]),
) as Record<OwnCode, string>;

const { port1: port, port2 } = new MessageChannel();
let pending: string | undefined;
/** The service worker knows how the last call ended: a new one waits for that. */
let told: Promise<unknown> = Promise.resolve();

function post(message: ContentPortMessage): void {
  port.postMessage(message);
}

function failure(code: OwnCode): PageFailure {
  return { code, message: sentences[code] };
}

function fail(id: string, code: OwnCode): void {
  post({ kind: 'failure', id, failure: failure(code) });
}

/** The extension was updated or reloaded since this page was: nobody will ever answer. */
function isOrphan(): boolean {
  return chrome.runtime?.id === undefined;
}

/** Async because it throws at once after an update of the extension. */
async function send(message: BridgeMessage): Promise<BridgeAnswer | undefined> {
  return await chrome.runtime.sendMessage(message);
}

/** The answer of the service worker; asks again for the same call each time the worker died. */
async function ask(message: BridgeMessage & { kind: 'call' }): Promise<BridgeAnswer> {
  let answer: BridgeAnswer | undefined;
  try {
    answer = await send(message);
  } catch {
    for (let attempt = 0; !answer && attempt < 5; attempt += 1) {
      answer = await send({ firmaLista: 1, kind: 'resume', id: message.id }).catch(() => undefined);
    }
  }
  return (
    answer ?? { ok: false, failure: failure(isOrphan() ? 'unsupported_version' : 'interrupted') }
  );
}

function bodyOf(params: unknown): string | undefined {
  try {
    return JSON.stringify(params ?? null);
  } catch {
    return undefined;
  }
}

async function authenticate(id: string, params: unknown, timeoutMs: unknown): Promise<void> {
  const body = bodyOf(params);
  if (body === undefined) return fail(id, 'invalid_request');
  if (body.length > longestParams) return fail(id, 'too_large');
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0)) return fail(id, 'invalid_request');
  if (pending !== undefined) return fail(id, 'busy');
  pending = id;
  const timer = setTimeout(() => cancel(id, 'timeout'), Math.min(timeoutMs, longestWait));
  const activated = navigator.userActivation.isActive;
  await told;
  const answer =
    pending === id &&
    (await ask({
      firmaLista: 1,
      kind: 'call',
      id,
      method: 'authenticate',
      params: JSON.parse(body) as unknown,
      activated,
    }));
  clearTimeout(timer);
  if (!answer || pending !== id) return;
  pending = undefined;
  if (!answer.ok) return post({ kind: 'failure', id, failure: answer.failure });
  post({ kind: 'result', id, result: answer.result });
  told = send({ firmaLista: 1, kind: 'delivered', id }).catch(() => undefined);
}

function cancel(id: string, reason: 'aborted' | 'timeout'): void {
  if (pending !== id) return;
  pending = undefined;
  if (reason === 'timeout') fail(id, 'timeout');
  told = send({ firmaLista: 1, kind: 'cancel', id, reason }).catch(() => undefined);
}

port.onmessage = ({ data }: MessageEvent<PagePortMessage>): void => {
  const { id } = data;
  if (data.kind === 'cancel') return cancel(id, 'aborted');
  post({ kind: 'acknowledged', id });
  if (isOrphan()) return fail(id, 'unsupported_version');
  if (data.method === 'status') {
    const result: Status = { apiVersion: 1, version: __VERSION__, ready: pending === undefined };
    return post({ kind: 'result', id, result });
  }
  if (data.method === 'authenticate') return void authenticate(id, data.params, data.timeoutMs);
  return fail(id, 'invalid_request');
};

chrome.runtime.onMessage.addListener((message: TabMessage, sender, sendResponse) => {
  if (sender.id !== chrome.runtime.id || message.firmaLista !== 1) return;
  if (message.kind === 'sign-in') window.dispatchEvent(new Event('firma-lista:sign-in'));
  sendResponse(true);
});

// The page was left with a call open and comes back out of the browser's memory: the worker has
// ended the call, and its answer went nowhere.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted || pending === undefined) return;
  const id = pending;
  cancel(id, 'aborted');
  fail(id, 'interrupted');
});

// One event with the port while no script of the page runs yet: none can take the port.
document.dispatchEvent(new MessageEvent('firma-lista:port', { ports: [port2] }));
post({ kind: 'hello', unexpected: sentences.unexpected });
