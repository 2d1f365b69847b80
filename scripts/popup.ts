/**
 * Drives the real popup of the toolbar. In a tab, the popup would find itself as the active tab;
 * the real one is a target that only the browser's own protocol shows.
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { centreOf } from './centre-of.ts';
import type { Launched } from './chromium.ts';
import { popupKeys } from './popup-keys.ts';
import { browserSession, until } from './worker.ts';

type Parameters = Record<string, unknown>;
interface Waiting {
  resolve: (result: Parameters) => void;
  reject: (reason: Error) => void;
}
interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

class PopupClosed extends Error {
  override name = 'PopupClosed';
}

export class Popup {
  #browser: CDPSession;
  #session: string;
  #target: string;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed = false;

  constructor(browser: CDPSession, target: string, session: string) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId === session) this.#receive(message);
    });
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      if (sessionId === session) this.#end();
    });
  }

  /** The popup went away: by itself, by a click in it, or because another window took the focus. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The value of an expression, or of a self-contained function called with JSON arguments. */
  async evaluate<T, A extends unknown[]>(
    code: string | ((...args: A) => T),
    ...args: A
  ): Promise<Awaited<T>> {
    const expression =
      typeof code === 'string' ? code : `(${code.toString()})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = (await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as unknown as Evaluated;
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as Awaited<T>;
  }

  /** Waits until the expression is true, and gives its value. */
  async waitFor<T>(expression: string, timeout = 10_000): Promise<T> {
    return until(
      `«${expression}» in the popup`,
      async () => ((await this.evaluate(expression)) || undefined) as T | undefined,
      timeout,
    );
  }

  /**
   * A real click at the centre of the element, once it can be seen, nothing covers it and it stays
   * where it is: what comes later may push it aside.
   */
  async click(selector: string, timeout = 10_000): Promise<void> {
    const { x, y } = await until(
      `A visible «${selector}» in the popup`,
      async () => {
        const before = await this.evaluate(centreOf, selector);
        if (!before) return undefined;
        await pause(100);
        const now = await this.evaluate(centreOf, selector);
        return now?.x === before.x && now.y === before.y ? now : undefined;
      },
      timeout,
    );
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.#send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await this.#send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.#lastly(this.#send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }));
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      const key = { key: character, text: character, unmodifiedText: character };
      await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
    }
  }

  /** `Enter`, `Tab`, `Shift+Tab`, `Escape`, arrows, one character. */
  async press(combination: string): Promise<void> {
    const shift = combination.startsWith('Shift+');
    const name = shift ? combination.slice('Shift+'.length) : combination;
    const known = popupKeys[name];
    if (!known && name.length !== 1) throw new Error(`Unknown key «${name}»`);
    const text = known ? known.text : name;
    const key = {
      key: name,
      code: name === ' ' ? 'Space' : name,
      windowsVirtualKeyCode: known?.code ?? name.toUpperCase().charCodeAt(0),
      modifiers: shift ? 8 : 0,
    };
    await this.#lastly(
      this.#send('Input.dispatchKeyEvent', {
        type: text === undefined ? 'rawKeyDown' : 'keyDown',
        ...key,
        ...(text !== undefined && { text }),
      }),
    );
    if (!this.#closed) {
      await this.#lastly(this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
    }
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    await writeFile(path, Buffer.from(data as string, 'base64'));
  }

  async waitUntilClosed(timeout = 10_000): Promise<void> {
    await until('The popup closes', () => this.#closed || undefined, timeout);
  }

  async close(): Promise<void> {
    if (!this.#closed) {
      await this.#browser.send('Target.closeTarget', { targetId: this.#target });
      await this.waitUntilClosed();
    }
    await this.#browser.detach().catch(() => undefined);
  }

  #send(method: string, params: Parameters = {}): Promise<Parameters> {
    if (this.#closed) return Promise.reject(new PopupClosed(`The popup is closed: ${method}`));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#browser
        .send('Target.sendMessageToTarget', {
          sessionId: this.#session,
          message: JSON.stringify({ id, method, params }),
        })
        .catch(() => {
          this.#waiting.delete(id);
          reject(new PopupClosed(`The popup closed during ${method}`));
        });
    });
  }

  /** What is sent may well be what closes the popup. */
  async #lastly(sending: Promise<unknown>): Promise<void> {
    await sending.catch((error: unknown) => {
      if (!(error instanceof PopupClosed)) throw error;
    });
  }

  #receive(message: string): void {
    const { id, result, error } = JSON.parse(message) as {
      id?: number;
      result?: Parameters;
      error?: { message: string };
    };
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result ?? {});
  }

  #end(): void {
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(new PopupClosed('The popup closed'));
    this.#waiting.clear();
  }
}

/** Opens the popup over the page as the extension itself may, and takes hold of it. */
export async function openPopup(browser: Launched, page: Page): Promise<Popup> {
  return await popupAfter(browser, page, async () => {
    const running = await browser.worker();
    await running.evaluate(() => chrome.action.openPopup());
  });
}

/**
 * The same by a click on the icon: only that lets the extension look at a page that is no portal's
 * (`activeTab`).
 */
export async function pressIcon(browser: Launched, page: Page): Promise<Popup> {
  return await popupAfter(browser, page, async (session) => {
    const url = page.url();
    const filter = [{ type: 'tab' }];
    const { targetInfos } = await session.send('Target.getTargets', { filter });
    const tab = targetInfos.find((target) => target.url === url) ?? targetInfos.find(isActive);
    if (!tab) throw new Error(`No tab shows ${url}`);
    // Newer than the types of the protocol.
    const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab.targetId });
  });
}

/** Newer than the types of the protocol. A page that did not open is known by no address. */
const isActive = (target: object): boolean =>
  (target as { embedderData?: { tabActive?: boolean } }).embedderData?.tabActive === true;

async function popupAfter(
  { context, extensionId }: Launched,
  page: Page,
  open: (session: CDPSession) => Promise<void>,
): Promise<Popup> {
  await page.bringToFront();
  const session = await browserSession(context);
  const prefix = `chrome-extension://${extensionId}/src/popup/`;
  const popups = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(prefix));
  };
  const before = new Set((await popups()).map(({ targetId }) => targetId));
  await open(session);
  const { targetId } = await until('The popup opens', async () =>
    (await popups()).find((target) => !before.has(target.targetId)),
  );
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const popup = new Popup(session, targetId, sessionId);
  await popup.waitFor('document.readyState === "complete"');
  return popup;
}
