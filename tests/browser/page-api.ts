/** What the scripts of a page do with the page API, and what the browser then shows. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Launched } from '../../scripts/chromium.ts';
import { nextApproval } from '../../scripts/person.ts';
import { until } from '../../scripts/worker.ts';
import type { AuthenticateResponse } from '../../src/bridge/protocol.ts';
import type { AuditAction, AuditView } from '../../src/messages.ts';

/** What a call came to: the response, or what was thrown. */
export type Answer = Partial<
  AuthenticateResponse & { name: string; code: string; message: string }
>;

export function newNonce(octets = 32): string {
  return randomBytes(octets).toString('base64url');
}

/**
 * Calls `authenticate` as a script of the page does that a click has started. Objects travel as
 * JSON; a text is the source of an expression.
 */
export function ask(
  page: Page,
  request: object | string,
  options: object | string = 'undefined',
): Promise<Answer> {
  const [first, second] = [request, options].map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  return page.evaluate(`window.firmaLista.authenticate(${first}, ${second}).then(
    (value) => value,
    ({ name, code, message }) => ({ name, code, message }),
  )`);
}

/** Calls, and waits for the window that asks the person. */
export async function askInWindow(
  browser: Launched,
  page: Page,
  request: object | string,
  options?: object | string,
): Promise<{ window: Page; answer: Promise<Answer> }> {
  let answer: Promise<Answer> = Promise.resolve({});
  const window = await nextApproval(browser, async () => {
    answer = ask(page, request, options);
  });
  return { window, answer };
}

/** The approval windows that are open. */
export function approvals({ context }: Launched): Page[] {
  return context.pages().filter((page) => page.url().includes('/src/approval/'));
}

export async function allApprovalsClosed(browser: Launched): Promise<void> {
  await until('The approval closes', () => approvals(browser).length === 0 || undefined);
}

/** Only so many windows open in a minute; for the extension, one goes by. */
export async function letAMinutePass({ worker }: Launched): Promise<void> {
  const running = await worker();
  await running.evaluate(async () => {
    const before = Date.now.bind(Date);
    Date.now = () => before() + 61_000;
    // A worker that began anew is back at the minute of before.
    await chrome.storage.session.remove('openedAt');
  });
}

/** The tab of a page, which comes to the front: the extension may not know its address. */
export async function tabIdOf({ worker }: Launched, page: Page): Promise<number> {
  await page.bringToFront();
  const running = await worker();
  const ids = await running.evaluate(async () => {
    const tabs = await chrome.tabs.query({ active: true, windowType: 'normal' });
    return tabs.map(({ id }) => id);
  });
  if (ids.length !== 1 || ids[0] === undefined) throw new Error(`${ids.length} tabs in front`);
  return ids[0];
}

/** The value of an expression in the isolated world of our own script in the page. */
export async function inOurWorld(
  { context, extensionId }: Launched,
  page: Page,
  expression: string,
): Promise<unknown> {
  const session = await context.newCDPSession(page);
  try {
    let contextId: number | undefined;
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (origin === `chrome-extension://${extensionId}`) contextId = id;
    });
    await session.send('Runtime.enable');
    if (contextId === undefined) throw new Error(`No script of ours in ${page.url()}`);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  } finally {
    await session.detach();
  }
}

/** What the service worker answers to a message of the kind our own pages send. */
export interface Told {
  res?: unknown;
  err?: { code?: string };
}

/** Sends it as a page of the extension itself; in any other page of a browser it is a forgery. */
export function tellWorker(from: Page, type: string, data: unknown): Promise<Told> {
  return from.evaluate((message) => chrome.runtime.sendMessage<object, Told>(message), {
    id: 1,
    type,
    data,
    timestamp: 1,
  });
}

/** How many entries of an action the log has, as one of our own pages reads it. */
export async function countEntries(app: Page, action: AuditAction): Promise<number> {
  const { rows } = (await tellWorker(app, 'readAudit', undefined)).res as AuditView;
  return rows.filter((row) => row.action === action).length;
}
