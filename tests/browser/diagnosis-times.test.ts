/** From the click on «No puedo ingresar» to the first sentence, in the real popup and in our page. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pages, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import { openScene, type Scene } from '../../scripts/tour/faults/scene.ts';
import { askInApp, askInPopup, type Asked } from './diagnosed.ts';

/** Milliseconds that a person may wait. */
const promised = { offline: 3_000, local: 1_000 };

let stage: Stage;
let scene: Scene;
/** Takes every connection, and never says a word. */
let silent: Server;
const connections = new Set<Socket>();

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
  silent = createServer((socket) => {
    connections.add(socket.on('error', () => undefined));
  });
  await listening(silent);
});
afterEach(() => scene.close());
afterAll(async () => {
  for (const socket of connections) socket.destroy();
  silent.close();
  await stage.close();
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

function tell(what: string, { milliseconds }: Asked, most: number): void {
  console.log(`${what}: ${milliseconds} ms (${most} ms promised)`);
  expect(milliseconds).toBeLessThanOrEqual(most);
}

const networks = [
  ['refuses', async () => `127.0.0.1:${await closedPort()}`],
  ['never answers', async () => `127.0.0.1:${(silent.address() as AddressInfo).port}`],
  ['is not found', async () => '~NOTFOUND'],
] as const;

test.each(networks)('a portal that %s: the first sentence is there in time', async (how, find) => {
  scene = await openScene(stage, stage.pki.credentials.person);
  const browser = await scene.launch({ resolverRules: `MAP *.gob.mx ${await find()}` });
  await chooseSafety(browser);
  // Each question is about a host of its own: nobody is asked twice in ten seconds.
  const visit = async (url: string): Promise<Page> => {
    const page = await browser.context.newPage();
    const leaving = page.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
    if (how !== 'never answers') await leaving;
    return page;
  };
  const inPopup = await askInPopup(browser, await visit(pages.fill));
  tell(`${how}, popup`, inPopup, promised.offline);
  await visit(pages.bridge);
  const inApp = await askInApp(browser);
  tell(`${how}, page`, inApp, promised.offline);
});

test('an e.firma that expired and was refused: the first sentence is there at once', async () => {
  scene = await openScene(stage, stage.pki.credentials.person);
  const page = await certExpired.inject(scene);
  for (const asked of [await askInPopup(scene.browser, page), await askInApp(scene.browser)]) {
    tell('expired', asked, promised.local);
    expect(await readDiagnosis(asked.screen)).toMatchObject({ cause: 'cert.expired' });
  }
}, 120_000);
