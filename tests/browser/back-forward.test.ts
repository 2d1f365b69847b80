import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, nextApproval, pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { askInWindow, newNonce } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { countAudited } from './tell.ts';

const site = 'https://idse.imss.gob.mx/';

let strangers: Strangers;
let stage: Stage;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({
    headless: true,
    now: new Date('2026-11-22T12:00:00Z'),
    resolverRules: strangers.rules,
    browser: { backForwardCache: true },
  });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

test('a page that comes back with its call open is told, and may ask again', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(site);
  await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { cameBack = persisted; })`);
  const window = await nextApproval(stage.browser, () =>
    page.evaluate(`void firmaLista.authenticate({ nonce: '${newNonce()}' }).then(
      () => { told = 'token'; },
      ({ code }) => { told = code; },
    )`),
  );
  await page.evaluate(`void setTimeout(() => location.assign('${pages.fill}'))`);
  await page.waitForURL(pages.fill);
  await until('The window of the page that was left closes', () => window.isClosed() || undefined);

  await page.evaluate('void setTimeout(() => history.back())');
  // It does not load again.
  await page.waitForURL(site, { waitUntil: 'commit' });
  await page.waitForFunction("typeof told !== 'undefined'");
  expect(await page.evaluate('({ cameBack, told })')).toEqual({
    cameBack: true,
    told: 'interrupted',
  });
  const again = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await approve(again.window);
  const { token = '' } = await again.answer;
  expect(decodeJwt(token).aud).toBe(new URL(site).origin);
  expect(await countAudited(stage.browser, 'authenticate')).toBe(1);
});
