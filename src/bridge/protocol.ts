/**
 * The page API, version 1: what a page sees as `window.firmaLista` and as the `provider` of the
 * `firma-lista:announce-provider` event, and what travels between the three scripts behind it.
 */
import type { PageErrorCode } from '../errors.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds until the call is given up with `timeout`; five minutes unless told. */
  timeoutMs?: number;
}

export interface Status {
  apiVersion: 1;
  version: string;
  /** Not busy with another request of this tab. Never tells whether a certificate exists. */
  ready: boolean;
}

export interface AuthenticateRequest {
  /** base64url without padding, at least 32 bytes, made by the server, used once. */
  nonce: string;
  /** Ask for the certificate of this RFC. */
  rfc?: string;
  /** Ask for the CURP too; the person sees it and decides. */
  curp?: true;
  lang?: string;
}

export interface AuthenticateResponse {
  /** A compact JWS, RS256, `typ: firma-auth+jwt`. */
  token: string;
  /** base64 of the DER certificate: equal to `x5c[0]`. Nobody has judged it yet. */
  unverifiedCertificate: string;
}

export interface Provider {
  status(options?: CallOptions): Promise<Status>;
  authenticate(request: AuthenticateRequest, options?: CallOptions): Promise<AuthenticateResponse>;
}

export interface ProviderInfo {
  uuid: string;
  name: string;
  version: string;
  apiVersion: 1;
}

export type Method = keyof Provider;

/** A failure as it travels to the page. `message` is one Spanish sentence. */
export interface PageFailure {
  code: PageErrorCode;
  message: string;
}

/** Page script to isolated script, over the private port. */
export type PagePortMessage =
  | { kind: 'call'; id: string; method: string; params: unknown; timeoutMs: unknown }
  | { kind: 'cancel'; id: string };

/** Isolated script to page script, over the private port. */
export type ContentPortMessage =
  /** First of all: the sentence for when nobody acknowledges a call. */
  | { kind: 'hello'; unexpected: string }
  | { kind: 'acknowledged'; id: string }
  | { kind: 'result'; id: string; result: unknown }
  | { kind: 'failure'; id: string; failure: PageFailure };

/** Isolated script to service worker. Trust comes from the browser's `sender`, never from here. */
export type BridgeMessage =
  | {
      firmaLista: 1;
      kind: 'call';
      id: string;
      method: string;
      params: unknown;
      /** The person has just touched the page (transient user activation). */
      activated: boolean;
    }
  /** The service worker died while it held this call: does it still know it? */
  | { firmaLista: 1; kind: 'resume'; id: string }
  | { firmaLista: 1; kind: 'cancel'; id: string; reason: 'aborted' | 'timeout' }
  | { firmaLista: 1; kind: 'delivered'; id: string };

/** What a portal got back for its record when something was signed, by the portals' own names. */
export interface Receipt {
  folio?: string;
  /** Address of the acknowledgement. */
  acuse?: string;
  /** Serial number of the certificate. */
  serie_cert?: string;
  /** The cadena original. */
  cadori?: string;
}

/**
 * The watcher to the service worker: what it saw since its last report. The first one only says that
 * the page is there. It gets no answer.
 */
export interface WatcherReport {
  firmaListaSaw: 1;
  /** Of error nodes that can be seen since. */
  texts?: string[];
  /** What the widget told the page; nothing else of its message is read. */
  answer?: { accepted: boolean; text?: string };
  /** Where it said yes. */
  receipt?: Receipt;
  /** So far: messages that were not for the page, while the widget was open in it. */
  foreignMessages?: number;
  /** The widget went away and had said nothing. */
  closedEarly?: true;
  /** Nothing can be seen in the page; or something can, after all. */
  blank?: boolean;
  /** So far: scripts, styles and the document itself, of the page's own origin. */
  resources?: { fromCache: number; fromServiceWorker: number; missing: number };
  /** It has loaded, and nothing moves any more. */
  settled?: true;
  /** Whether the document has the form that is known to be in it. */
  form?: 'found' | 'missing';
  /** The page comes after the form: the portal has let somebody in. */
  inside?: true;
  /** The button of the widget was pressed. */
  sent?: true;
  /** Half a minute went by without an answer to that, or with a page that asks to wait; or no more. */
  late?: boolean;
}

/** Service worker to isolated script, as the answer to `call` and `resume`. */
export type BridgeAnswer = { ok: true; result: unknown } | { ok: false; failure: PageFailure };

/** Service worker to isolated script, on its own account. */
export type TabMessage =
  /** The person pressed «Entrar»: tell the page, which may then call `authenticate`. */
  | { firmaLista: 1; kind: 'sign-in' }
  /** Is the document that asked still there? */
  | { firmaLista: 1; kind: 'present' };
