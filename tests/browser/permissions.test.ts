/** What the browser says of the extension, what it lets others see, and the ways into it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { DevtoolsSession } from '../../scripts/screens/devtools-session.ts';
import { press, withoutPopup } from '../../scripts/screens/ways-in.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { filesUnder } from '../architecture/tree.ts';

let stage: Stage;
let onlooker: string;
let portal: Page;

/** Another extension, with the one permission that shows what a manifest would warn of. */
async function makeOnlooker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'firma-lista-onlooker-'));
  const manifest = {
    manifest_version: 3,
    name: 'Onlooker',
    version: '1',
    permissions: ['management'],
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  return folder;
}

beforeAll(async () => {
  onlooker = await makeOnlooker();
  stage = await setStage({ headless: true, browser: { extraExtensions: [onlooker] } });
  portal = await stage.browser.context.newPage();
});
afterAll(async () => {
  await stage.close();
  await rm(onlooker, { recursive: true });
});

const ours = (path: string) => `chrome-extension://${stage.browser.extensionId}/${path}`;

test('installing asks for one thing', async () => {
  const { context, extensionId } = stage.browser;
  const other = await until('The other extension runs', () =>
    context.serviceWorkers().find((worker) => !worker.url().includes(extensionId)),
  );
  const manifest = await readFile(join(dist, 'manifest.json'), 'utf8');
  const warnings = await other.evaluate(
    (text) => chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );
  expect(warnings).toEqual(['Read and change your data on all imss.gob.mx sites']);
});

test('after installing, the first screen opens by itself, once', async () => {
  const welcomes = () =>
    stage.browser.context.pages().filter((page) => page.url().includes('/src/app/'));
  const welcome = await until('It opens', () => welcomes()[0]);
  expect(welcome.url()).toBe(ours('src/app/index.html#/bienvenida'));
  await welcome.getByRole('heading', { name: say('welcome_title') }).waitFor();
  await stage.browser.worker();
  expect(welcomes()).toHaveLength(1);
  await chooseSafety(stage.browser);
});

describe('nothing of it can be had from a page', () => {
  beforeAll(async () => {
    await portal.goto(pages.bridge);
  });
  const files = filesUnder(dist);

  test('there is something to be had', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  test('no file is fetched, shown or run', async () => {
    const had = await portal.evaluate(
      async (urls) => {
        const loads = (tag: 'img' | 'script' | 'link', url: string) =>
          new Promise<boolean>((resolve) => {
            const element = document.createElement(tag);
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
            if (element instanceof HTMLLinkElement) {
              element.rel = 'stylesheet';
              element.href = url;
            } else element.src = url;
            document.head.append(element);
          });
        const got = await Promise.all(
          urls.map(async (url) => [
            await fetch(url).then(
              () => `fetch ${url}`,
              () => '',
            ),
            ...(await Promise.all(
              (['img', 'script', 'link'] as const).map(async (tag) =>
                (await loads(tag, url)) ? `${tag} ${url}` : '',
              ),
            )),
          ]),
        );
        return got.flat().filter(Boolean);
      },
      files.map((file) => ours(file.replace(`${dist}/`, ''))),
    );
    expect(had).toEqual([]);
  });

  test.each(['popup', 'app', 'approval'])('the %s cannot be framed', async (name) => {
    const url = ours(`src/${name}/index.html`);
    expect(await framed(portal, url)).toBe('chrome-error://chromewebdata/');
    const own = await stage.browser.context.newPage();
    await own.goto(ours('src/app/index.html#/ajustes'));
    expect(await framed(own, url), 'not even by ourselves').toBe('chrome-error://chromewebdata/');
    await own.close();
  });

  test('and no other extension reaches it', async () => {
    const other = stage.browser.context
      .serviceWorkers()
      .find((worker) => !worker.url().includes(stage.browser.extensionId));
    const code = await other?.evaluate(
      (id) =>
        chrome.runtime.sendMessage(id, { type: 'listCredentials' }).then(
          () => 'answered',
          ({ message }: Error) => message,
        ),
      stage.browser.extensionId,
    );
    expect(code).toMatch(/Receiving end does not exist/);
  });
});

/** Where a frame ends up that a page points at an address. */
async function framed(page: Page, url: string): Promise<string> {
  const before = new Set(page.frames());
  await page.evaluate(
    (src) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = () => resolve();
        frame.src = src;
        document.body.append(frame);
      }),
    url,
  );
  const frame = page.frames().find((other) => !before.has(other));
  return until('The frame goes somewhere', () => frame?.url() || undefined);
}

describe('the icon', () => {
  const badgeAt = async (url: string) => {
    await portal.goto(url);
    const worker = await stage.browser.worker();
    return await worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: address });
      const tabId = tab?.id ?? -1;
      const [text, title] = await Promise.all([
        chrome.action.getBadgeText({ tabId }),
        chrome.action.getTitle({ tabId }),
      ]);
      return { text, title };
    }, url);
  };

  test.each([pages.bridge, pages.fill])('is marked at %s', async (url) => {
    const marked = { text: '•', title: say('action_title_portal') };
    await expect.poll(() => badgeAt(url)).toEqual(marked);
  });

  test.each([
    'https://serviciosdigitales.imss.gob.mx/replica/inicio',
    'https://buzon.imss.gob.mx/buzonimss/otra',
  ])('is not marked at %s', async (url) => {
    await badgeAt(pages.bridge);
    await expect.poll(() => badgeAt(url)).toEqual({ text: '', title: say('action_title') });
  });
});

describe('the ways in', () => {
  beforeAll(async () => {
    await keepFiles(stage.browser, stage.pki.credentials.person);
    await portal.goto(pages.fill);
    await portal.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
    await portal.bringToFront();
  });

  test('the browser knows the entry of the menu and the command', async () => {
    const worker = await stage.browser.worker();
    await worker.evaluate(() => chrome.contextMenus.update('entrar', {}));
    const commands = await worker.evaluate(() => chrome.commands.getAll());
    expect(commands).toContainEqual(
      expect.objectContaining({ name: 'entrar', description: say('command_entrar') }),
    );
  });

  test.each(['menu', 'command'] as const)('the %s opens the popup over the portal', async (way) => {
    await portal.bringToFront();
    await press(stage, way, pages.fill);
    const prefix = ours('src/popup/');
    const session = await until('The popup opens', () =>
      DevtoolsSession.attach(stage.browser.context, prefix, () => undefined).catch(() => undefined),
    );
    const heading = await until('The popup shows something', async () => {
      const expression = "document.querySelector('h1')?.innerText ?? ''";
      const { result } = await session.send('Runtime.evaluate', { expression });
      return (result as { value?: string }).value || undefined;
    });
    expect(heading).toBe(say('sign_in_title', say('portal_buzon_imss_name')));
    await session.send('Runtime.evaluate', { expression: 'window.close()' }).catch(() => 0);
    await session.detach();
  });

  test.each(['menu', 'command'] as const)(
    'the %s opens a window where the browser does not open the popup',
    async (way) => {
      await portal.bringToFront();
      const window = await withoutPopup(stage, () => press(stage, way, pages.fill));
      const heading = window.locator('h1');
      expect(await heading.innerText()).toBe(say('sign_in_title', say('portal_buzon_imss_name')));
      const closing = window.waitForEvent('close');
      const cancel = window.getByRole('button', { name: say('cancel') });
      // The window may be gone before the click is over.
      await cancel.click().catch(() => undefined);
      await closing;
    },
  );
});
