/** What the extension came to think of a tab: its badge, and what the worker keeps of the attempt. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Launched } from '../../scripts/chromium.ts';
import { until } from '../../scripts/worker.ts';
import { writeExtension } from '../../scripts/write-extension.ts';
import type { PageFacts } from '../../src/diagnosis/index.ts';
import { tabIdOf } from './page-api.ts';

/** What a person sees of the icon over a page. */
export async function badgeOf(
  { worker }: Launched,
  tabId: number,
): Promise<{ text: string; title: string }> {
  const running = await worker();
  return await running.evaluate(
    async (tabId) => ({
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }),
    tabId,
  );
}

/** Waits until the icon over the page says this, whatever it carries. */
export async function titleBecomes(browser: Launched, page: Page, title: string): Promise<void> {
  const tabId = await tabIdOf(browser, page);
  let last: string | undefined;
  await until(`The title ${title}`, async () => {
    ({ title: last } = await badgeOf(browser, tabId));
    return last === title ? true : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}: ${last ?? ''}`);
  });
}

export async function factsOf({ worker }: Launched, tabId: number): Promise<PageFacts | undefined> {
  const running = await worker();
  return await running.evaluate(async (key) => {
    const kept = await chrome.storage.session.get<Record<string, { page: PageFacts }>>(key);
    return kept[key]?.page;
  }, `attempt:${tabId}`);
}

/** The attempt in the tab of a page once the condition holds; it says what it was otherwise. */
export async function attemptWhen(
  browser: Launched,
  page: Page,
  holds: (facts: PageFacts) => boolean,
): Promise<PageFacts> {
  const tabId = await tabIdOf(browser, page);
  let last: PageFacts | undefined;
  return await until('The attempt', async () => {
    last = await factsOf(browser, tabId);
    return last && holds(last) ? last : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
}

/** The attempt of the document that the page shows now, once it has settled and all of it came. */
export async function settled(browser: Launched, page: Page): Promise<PageFacts> {
  const tabId = await tabIdOf(browser, page);
  return await until('The page settles', async () => {
    const running = await browser.worker();
    return await running.evaluate(async (tabId) => {
      const key = `attempt:${tabId}`;
      const { [key]: kept } =
        await chrome.storage.session.get<Record<string, Kept | undefined>>(key);
      if (!kept?.page.settled || (kept.navigation && kept.page.http === undefined))
        return undefined;
      const target = { tabId };
      const looking = chrome.scripting.executeScript({ target, func: () => true });
      // A page that is just being left cannot be looked at.
      const [shown] = await looking.catch(() => []);
      return shown?.documentId === kept.documentId ? kept.page : undefined;
    }, tabId);
  });
}

interface Kept {
  page: PageFacts;
  documentId?: string;
  /** Undefined where nothing was asked of the network. */
  navigation?: string;
}

/** Waits until the icon over the page carries this text; gives its title. */
export async function badgeBecomes(browser: Launched, page: Page, text: string): Promise<string> {
  const tabId = await tabIdOf(browser, page);
  return await until(`The badge ${text}`, async () => {
    const badge = await badgeOf(browser, tabId);
    return badge.text === text ? badge.title : undefined;
  });
}

/** Everything in the browser's memory that the extension keeps, as text. */
export async function memoryOf({ worker }: Launched): Promise<string> {
  const running = await worker();
  return await running.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
}

/** Makes another extension: a script in the pages of these hosts, and rules of what it stops. */
export async function makeExtension(
  directory: string,
  name: string,
  script: string,
  rules: readonly object[] = [],
  hosts: readonly string[] = ['https://*.imss.gob.mx/*'],
): Promise<string> {
  const manifest = {
    name,
    permissions: ['declarativeNetRequest'],
    host_permissions: hosts,
    content_scripts: [{ matches: hosts, js: ['script.js'], all_frames: true }],
    declarative_net_request: {
      rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }],
    },
  };
  const files = { 'script.js': script, 'rules.json': JSON.stringify(rules) };
  return await writeExtension(join(directory, name), manifest, files);
}
