/**
 * What a wrong clock does to the cookies that a right server gives: the browser takes the server's
 * `Date` into account, so that a session lasts as long as it should. Only the difference between the
 * two clocks matters, and it is the server's that is moved here.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';

const hour = 3_600_000;

/** Milliseconds that the computer's clock is ahead of the server's. */
let skew = 0;
let tellsDate = true;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const now = Date.now() - skew;
    const inAnHour = new Date(now + hour).toUTCString();
    response.sendDate = false;
    if (tellsDate) response.setHeader('date', new Date(now).toUTCString());
    if (request.url === '/entrar') {
      response.setHeader('set-cookie', [
        `until=1; Path=/; Expires=${inAnHour}`,
        'for=1; Path=/; Max-Age=3600',
        'open=1; Path=/',
      ]);
    }
    response.end(request.headers.cookie ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await chromium.launch({ executablePath: findBrowser()! });
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What the browser sends after it was let in. */
async function sentAfterwards(): Promise<string | null> {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/entrar`);
  await page.goto(`http://127.0.0.1:${port}/dentro`);
  const sent = await page.textContent('body');
  await page.close();
  return sent;
}

const hours = [0, 2, -2, 48, -48, 9600, -9600];

test.each(hours)('a clock that is %i hours ahead ends no session', async (ahead) => {
  [skew, tellsDate] = [ahead * hour, true];
  expect(await sentAfterwards()).toBe('until=1; for=1; open=1');
});

test.each(hours)(
  'of a server that tells no time, a clock that is %i hours ahead ends only what has a date',
  async (ahead) => {
    [skew, tellsDate] = [ahead * hour, false];
    expect(await sentAfterwards()).toBe(ahead > 1 ? 'for=1; open=1' : 'until=1; for=1; open=1');
  },
);
