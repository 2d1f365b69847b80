/**
 * The page API, in the page's own world. It holds no secret and no authority. It runs before any
 * script of the page and keeps the platform functions it needs, so that a script that replaces them
 * later gets neither the port nor the calls of others.
 */
import type { PageErrorCode } from '../errors.ts';
import type {
  CallOptions,
  ContentPortMessage,
  Method,
  PagePortMessage,
  Provider,
  ProviderInfo,
} from './protocol.ts';

declare const __VERSION__: string;

const acknowledgedWithin = 1000;
const answeredWithin = 5 * 60_000;

const { setTimeout, clearTimeout, CustomEvent, Promise } = window;
const { apply } = Reflect;
const { freeze } = Object;
const dispatchEvent = window.dispatchEvent.bind(window);
const randomUUID = crypto.randomUUID.bind(crypto);
const dataGetter = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;

interface Call {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
  acknowledged(): void;
}

class FirmaError extends Error {
  readonly code: PageErrorCode;

  constructor(code: PageErrorCode, message: string) {
    super(message);
    this.name = 'FirmaError';
    this.code = code;
  }
}

function install(port: MessagePort): void {
  const post: (message: PagePortMessage) => void = port.postMessage.bind(port);
  const calls = Object.create(null) as Record<string, Call | undefined>;
  let unexpected = '';

  function call(method: Method, params: unknown, options?: CallOptions | null): Promise<unknown> {
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      let signal: AbortSignal | undefined;
      const cancel = (): void => {
        post({ kind: 'cancel', id });
        settle(() => reject(signal?.reason));
      };
      const settle = (finish: () => void): void => {
        clearTimeout(silence);
        delete calls[id];
        finish();
        signal?.removeEventListener('abort', cancel);
      };
      const silence = setTimeout(
        () => settle(() => reject(new FirmaError('unexpected', unexpected))),
        acknowledgedWithin,
      );
      calls[id] = {
        acknowledged: () => clearTimeout(silence),
        resolve: (result) => settle(() => resolve(result)),
        reject: (reason) => settle(() => reject(reason)),
      };
      try {
        const { timeoutMs = answeredWithin } = options ?? {};
        signal = options?.signal;
        if (signal?.aborted) return settle(() => reject(signal?.reason));
        signal?.addEventListener('abort', cancel);
        post({ kind: 'call', id, method, params, timeoutMs });
      } catch {
        // What cannot be sent is no method either: the other side says so, in its own words.
        post({ kind: 'call', id, method: '', params: null, timeoutMs: 0 });
      }
      return undefined;
    });
  }

  port.onmessage = (event): void => {
    const message = apply(dataGetter ?? (() => undefined), event, []) as ContentPortMessage;
    if (message.kind === 'hello') unexpected = message.unexpected;
    else if (message.kind === 'acknowledged') calls[message.id]?.acknowledged();
    else if (message.kind === 'result') calls[message.id]?.resolve(message.result);
    else {
      const { code, message: sentence } = message.failure;
      calls[message.id]?.reject(new FirmaError(code, sentence));
    }
  };

  const provider = freeze({
    status: (options) => call('status', undefined, options),
    authenticate: (request, options) => call('authenticate', request, options),
  } as Provider);
  const info: ProviderInfo = freeze({
    uuid: randomUUID(),
    name: 'Firma Lista',
    version: __VERSION__,
    apiVersion: 1,
  });
  const announce = (): void => {
    const detail = freeze({ info, provider });
    dispatchEvent(new CustomEvent('firma-lista:announce-provider', { detail }));
  };

  Object.defineProperty(window, 'firmaLista', { value: provider, enumerable: true });
  window.addEventListener('firma-lista:request-provider', announce);
  announce();
}

document.addEventListener(
  'firma-lista:port',
  (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) install(port);
  },
  { once: true },
);
