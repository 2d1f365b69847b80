import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { approve, nextApproval, pages, resultOf, signInFromPopup } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { holdAt, type Step } from './hold.ts';
import { countAudited } from './tell.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  page = await stage.browser.context.newPage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await page.goto(pages.bridge);
  // Every sign-in opens windows; so many a minute only a test needs.
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.remove('openedAt'));
});

/** Tokens that reached the portal for the page's last nonce, accepted or not. */
function tokensOfLastNonce(): Set<string> {
  const { log } = stage.replica;
  const since = log.findLastIndex(({ kind }) => kind === 'nonce-issued');
  return new Set(
    log
      .slice(since)
      .flatMap((event) => ('token' in event && event.token !== undefined ? [event.token] : [])),
  );
}

function openApprovals(): Page[] {
  return stage.browser.context.pages().filter((other) => other.url().includes('/src/approval/'));
}

/** What is left to do for the person after the worker died. */
type Then = 'presses again' | 'approves the new request' | 'does nothing';

const afterApproval: [step: Step, then: Then][] = [
  ['between approval and signature', 'presses again'],
  ['in the signature', 'approves the new request'],
  ['between signature and kept answer', 'approves the new request'],
  ['between kept answer and audit entry', 'does nothing'],
  ['between audit entry and answer to the page', 'does nothing'],
];

test.each(afterApproval)(
  'a worker that dies %s makes one signature and one entry; the person %s',
  async (step, then) => {
    const entriesBefore = await countAudited(stage.browser, 'authenticate');
    await page.bringToFront();
    const first = await nextApproval(stage.browser, () => page.click('#entrar'));
    const kill = await holdAt(stage.browser, step);
    const asksAgain = then === 'approves the new request';
    if (asksAgain) {
      const second = await nextApproval(stage.browser, async () => {
        await approve(first);
        await kill();
      });
      await approve(second);
    } else {
      await approve(first);
      await kill();
      if (then === 'presses again') {
        await first.locator('.failure').waitFor();
        await approve(first);
      }
    }

    expect(await resultOf(page)).toMatch(/^Entraste como PULX9002151KA/);
    expect(tokensOfLastNonce().size).toBe(1);
    expect(await page.locator('#otravez').innerText()).toBe(asksAgain ? 'sí' : 'no');
    expect((await countAudited(stage.browser, 'authenticate')) - entriesBefore).toBe(1);
    await until('Every window is closed', () => (openApprovals().length === 0 ? true : undefined));
  },
);

test('a request outlives a worker that dies while the person thinks', async () => {
  await page.bringToFront();
  const window = await nextApproval(stage.browser, () => page.click('#entrar'));
  const kill = await holdAt(stage.browser, 'in the signature');
  const worker = await stage.browser.worker();
  await worker.evaluate(() => Object.assign(globalThis, { held: true }));
  await kill();
  await approve(window);
  expect(await resultOf(page)).toMatch(/^Entraste como/);
  expect(await page.locator('#otravez').innerText()).toBe('no');
  expect(tokensOfLastNonce().size).toBe(1);
});

test.each(['before its window is opened', 'after its window was opened'] as const)(
  'a request whose worker dies %s has one window in the end',
  async (step) => {
    const kill = await holdAt(stage.browser, step);
    await page.bringToFront();
    await page.click('#entrar');
    await kill();
    const window = await until('A window is open', () => openApprovals()[0]);
    await window.locator('form.approval').waitFor();
    await approve(window);
    expect(await resultOf(page)).toMatch(/^Entraste como/);
    await until('Every window is closed', () => (openApprovals().length === 0 ? true : undefined));
  },
);

test('closing the window after the worker died still tells the page', async () => {
  await page.bringToFront();
  const window = await nextApproval(stage.browser, () => page.click('#entrar'));
  const kill = await holdAt(stage.browser, 'in the signature');
  const worker = await stage.browser.worker();
  await worker.evaluate(() => Object.assign(globalThis, { held: true }));
  await kill();
  await window.close();
  await resultOf(page);
  expect(await page.locator('#codigo').innerText()).toBe('user_cancelled');
});

test('a form that was being filled when the worker died is written down as filled, once', async () => {
  const { person } = stage.pki.credentials;
  await page.goto(pages.fill);
  await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
  const before = await countAudited(stage.browser, 'fill');
  const kill = await holdAt(stage.browser, 'while it puts the files into a form');
  const popup = await signInFromPopup(stage.browser, page, person.password);
  await kill();
  await popup.waitFor("document.querySelector('.failure')");
  await popup.close();
  expect((await countAudited(stage.browser, 'fill')) - before).toBe(1);
});
