/** One more session of the browser's own protocol with a target that Playwright does not show. */
import type { BrowserContext, CDPSession } from 'playwright-core';
import { browserSession } from '../worker.ts';

type Members = Record<string, unknown>;

export class DevtoolsSession {
  #browser: CDPSession;
  #session: string;
  #lastId = 0;
  #waiting = new Map<number, (answer: { result?: Members; error?: { message: string } }) => void>();

  private constructor(
    browser: CDPSession,
    session: string,
    onEvent: (method: string, params: Members) => void,
  ) {
    this.#browser = browser;
    this.#session = session;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId !== session) return;
      const { id, method, params, ...answer } = JSON.parse(message) as {
        id?: number;
        method?: string;
        params?: Members;
        result?: Members;
        error?: { message: string };
      };
      if (id !== undefined) this.#waiting.get(id)?.(answer);
      else if (method !== undefined) onEvent(method, params ?? {});
    });
  }

  /** Attaches to the one page of the browser whose address begins so. */
  static async attach(
    context: BrowserContext,
    prefix: string,
    onEvent: (method: string, params: Members) => void,
  ): Promise<DevtoolsSession> {
    const browser = await browserSession(context);
    const { targetInfos } = await browser.send('Target.getTargets');
    const found = targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(prefix));
    const [target] = found;
    if (!target || found.length > 1) throw new Error(`${found.length} pages begin with ${prefix}`);
    const { sessionId } = await browser.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    return new DevtoolsSession(browser, sessionId, onEvent);
  }

  async send(method: string, params: Members = {}): Promise<Members> {
    const id = ++this.#lastId;
    const answered = new Promise<{ result?: Members; error?: { message: string } }>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    await this.#browser.send('Target.sendMessageToTarget', {
      sessionId: this.#session,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    this.#waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  async detach(): Promise<void> {
    await this.#browser.detach().catch(() => undefined);
  }
}
