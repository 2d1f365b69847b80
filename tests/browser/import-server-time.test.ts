import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { bring, firstRun, openApp, pages, resultOf } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { Trial } from '../../src/messages.ts';
import { makeCredential, people, type Credential } from '../pki/index.ts';
import { idOf } from './native.ts';
import { filesOf, tell } from './tell.ts';
import { askByBridge, chooseInApproval, signInByBridge } from './vault-screens.ts';

const year = 365 * 86_400_000;
const machineNow = new Date();
/** The portal says that two years have passed. */
const portalNow = new Date(machineNow.getTime() + 2 * year);

let stage: Stage;
/** Good by the machine's clock, over by the portal's. */
let ending: Credential;
/** Not good yet by the machine's clock, good by the portal's. */
let coming: Credential;

beforeAll(async () => {
  stage = await setStage({ headless: true, now: portalNow });
  coming = stage.pki.credentials.person;
  ending = await makeCredential(stage.pki, {
    file: 'ending',
    holder: people.elena,
    password: coming.password,
    notBefore: new Date(machineNow.getTime() - year),
    notAfter: new Date(machineNow.getTime() + year),
  });
  await firstRun(stage.browser);
});
afterAll(() => stage.close());

/** Brings an e.firma and gives everything that the screen says of it. */
async function bringAndRead({ cerPath, keyPath, password }: Credential, action: 'save' | 'review') {
  const app = await openApp(stage.browser, 'certificados');
  const outcome = await bring(app, [cerPath, keyPath], password, action);
  const words = await app.locator('[data-outcome]').innerText();
  await app.close();
  return { outcome, words };
}

test('the portal’s clock says what has ended, once a page of it was seen', async () => {
  const before = await bringAndRead(ending, 'save');
  expect(before.outcome.kind).toBe('saved');
  expect(before.words).not.toContain(say('cause_cert_expired'));

  const page = await stage.browser.context.newPage();
  await page.goto(pages.bridge);
  await page.click('#entrar');
  expect(await resultOf(page)).toBe(say('error_certificate_expired'));
  expect(await page.locator('#codigo').innerText()).toBe('certificate_expired');
  await closePage(page);

  const after = await bringAndRead(ending, 'review');
  expect(after.outcome.kind).toBe('reviewed');
  expect(after.words).toContain(say('cause_cert_expired'));

  const other = await bringAndRead(coming, 'save');
  expect(other.outcome.kind).toBe('saved');
  expect(other.words).not.toContain(say('cause_cert_not_yet'));

  const { page: asking, window } = await askByBridge(stage.browser);
  const status = window.locator('[data-field=status]');
  await chooseInApproval(window, { hasText: ending.rfc });
  expect(await status.innerText()).toMatch(/^Venció/);
  await chooseInApproval(window, { hasText: coming.rfc });
  expect(await status.innerText()).toMatch(/^Vigente/);
  await window.getByRole('button', { name: say('cancel') }).click();
  await asking.close();

  expect(await signInByBridge(stage.browser, { rfc: coming.rfc })).toMatch(coming.rfc);
  const signedIn = stage.replica.log.findLast((event) => event.kind === 'signed-in');
  if (signedIn?.kind !== 'signed-in' || signedIn.via !== 'bridge')
    throw new Error('Not signed in.');
  const { iat, exp } = JSON.parse(
    Buffer.from(signedIn.token.split('.')[1] ?? '', 'base64url').toString(),
  ) as { iat: number; exp: number };
  expect(Math.abs(iat - Date.parse(signedIn.at) / 1000)).toBeLessThan(60);
  expect(exp - iat).toBe(300);
});

test('«Probar mi firma» judges by that clock too, and says whose it was', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  const datesOf = (trial: Trial) => trial.steps.find(({ id }) => id === 'dates');
  const brought = await tell(app, 'tryFiles', filesOf(ending));
  expect(brought).toMatchObject({ ok: false, clock: 'portal', review: { cause: 'cert.expired' } });
  expect(datesOf(brought)).toEqual({ id: 'dates', status: 'fail', reason: 'cert.expired' });
  expect(Math.abs(Date.parse(brought.at) - machineNow.getTime() - 2 * year)).toBeLessThan(
    3_600_000,
  );
  for (const [{ rfc }, dates] of [
    [ending, { status: 'fail', reason: 'cert.expired' }],
    [coming, { status: 'warning', reason: 'tls.clock' }],
  ] as const) {
    const kept = await tell(app, 'tryCredential', { id: await idOf(app, rfc) });
    expect(kept.clock).toBe('portal');
    expect(datesOf(kept), rfc).toMatchObject(dates);
  }
  await app.close();
});
