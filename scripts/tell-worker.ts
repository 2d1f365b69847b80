import type { ExtensionProtocol } from '../src/messages.ts';
import type { Launched } from './chromium.ts';
import { quietPage } from './quiet-page.ts';

type Request<Type extends keyof ExtensionProtocol> = Parameters<ExtensionProtocol[Type]>[0];
type Answer<Type extends keyof ExtensionProtocol> = ReturnType<ExtensionProtocol[Type]>;

/**
 * Asks the service worker in the words of the protocol, as a screen of the extension does, where
 * nobody looks at that screen.
 * @throws Error with the code of what the worker threw
 */
export async function tellWorker<Type extends keyof ExtensionProtocol>(
  browser: Pick<Launched, 'context' | 'extensionId'>,
  type: Type,
  data?: Request<Type>,
): Promise<Answer<Type>> {
  const page = await quietPage(browser);
  const { res, err } = await page.evaluate(
    (message) =>
      chrome.runtime.sendMessage<object, { res?: unknown; err?: { code?: string } }>(message),
    { id: 1, type, data, timestamp: 1 },
  );
  if (err) throw new Error(`${type}: ${err.code}`);
  return res as Answer<Type>;
}
