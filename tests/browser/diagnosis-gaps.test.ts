/** What cannot be looked at is named in words; and what a person tells leads to the cause. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { checks } from '../../src/diagnosis/index.ts';
import { expectNothingFound, readChecklist } from './diagnosed.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const hosts = ['buzon.imss.gob.mx', 'firmadigitalssl.imss.gob.mx'];

let stage: Stage;
let strangers: Strangers;

beforeAll(async () => {
  // Servers that keep what they hear: nobody logs the headers of the replica.
  strangers = await startStrangers(hosts);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  strangers.serve(pages.fill, '<!doctype html><h1>Entrar</h1><button>Firmar</button>', {
    'set-cookie': 'sesion=secreta; Path=/; Secure',
  });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
});
afterEach(async () => {
  const { context } = stage.browser;
  const last = await context.newPage();
  for (const other of context.pages()) if (other !== last) await closePage(other);
});

const probesOf = (host: string) => strangers.heard.filter(({ url }) => url === `https://${host}/`);

test('nobody is asked before the person asks; then each host once, without cookies', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  await openApp(stage.browser, 'historial');
  expect(hosts.flatMap(probesOf)).toEqual([]);
  const heardBefore = strangers.heard.length;

  const start = performance.now();
  const screen = await expectNothingFound(stage.browser, page);
  for (let again = 0; again < 3; again += 1) {
    await screen.getByRole('button', { name: say('diagnosis_retry') }).click();
    await readDiagnosis(screen);
  }
  const most = 1 + Math.floor((performance.now() - start) / 10_000);
  for (const host of hosts) {
    const probes = probesOf(host);
    expect(probes.length).toBeGreaterThan(0);
    expect(probes.length).toBeLessThanOrEqual(most);
    for (const { method, headers } of probes) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('cookie');
    }
  }
  // Of the sign-in page nobody asked for anything more.
  const others = strangers.heard
    .slice(heardBefore)
    .filter(({ url }) => !/^https:..[^/]+\/$/.test(url));
  expect(others.map(({ url }) => url)).toEqual([]);
});

test('without any optional permission every check is there, and names what it lacks', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  const findings = await readChecklist(await expectNothingFound(stage.browser, page));
  expect(findings.map(({ id }) => id).toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
  const lacking = (key: Parameters<typeof say>[0]) =>
    findings.filter(({ text }) => text.includes(say(key))).map(({ id }) => id);
  expect(lacking('missing_management')).toEqual(['conflicting-extension', 'paused-extension']);
  for (const { id, status } of findings) {
    if (lacking('missing_management').includes(id)) expect(status).toBe('unknown');
  }
});

async function questions(): Promise<Page> {
  const screen = await openApp(stage.browser, 'no-puedo-ingresar');
  await screen.locator('[data-field=questions]').waitFor();
  return screen;
}

test('no page of a portal is open: a message that is pasted leads to its cause', async () => {
  const screen = await questions();
  await screen.getByLabel(say('portal_buzon_imss_name')).check();
  await screen.getByLabel(say('symptom_message')).check();
  await screen
    .getByLabel(say('question_text'))
    .fill('El certificado utilizado no tiene un rol autorizado');
  await screen.getByRole('button', { name: say('question_submit') }).click();
  expect(await readDiagnosis(screen)).toMatchObject({ cause: 'acc.no_role', certainty: 'is' });
});

test('what was not let in, and would tell more than a question, is asked for there', async () => {
  const screen = await questions();
  await screen.getByLabel(say('portal_buzon_imss_name')).check();
  await screen.getByLabel(say('symptom_closes')).check();
  await screen.getByRole('button', { name: say('question_submit') }).click();
  await readDiagnosis(screen);
  const probe = screen.locator('[data-field=one-probe]');
  expect(await probe.count()).toBe(0);
  await screen.locator('[data-field=one-question] [data-answer=unsure]').click();
  await probe.waitFor();
  expect(await probe.innerText()).toContain(say('last_probe_intro'));
  await probe.getByRole('button', { name: say('permission_management_ask') }).click();
  expect(await probe.getByRole('status').innerText()).toBe(say('permission_asked'));
});

test('nothing is answered: it says so, and asks on', async () => {
  const screen = await questions();
  await screen.getByRole('button', { name: say('question_submit') }).click();
  expect(await screen.getByRole('alert').innerText()).toContain(say('question_missing'));
  expect(await screen.locator('[data-field=verdict]').count()).toBe(0);
});

test('the browser no longer lets us see the portal: that is the cause', async () => {
  const { context, extensionId } = stage.browser;
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  const setAccess = (hostAccess: string): Promise<unknown> =>
    settings.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
    );
  await setAccess('ON_CLICK');
  try {
    const screen = await questions();
    await screen.getByLabel(say('portal_buzon_imss_name')).check();
    await screen.getByLabel(say('symptom_nothing_happens')).check();
    await screen.getByRole('button', { name: say('question_submit') }).click();
    expect(await readDiagnosis(screen)).toMatchObject({ cause: 'ext.own_access', certainty: 'is' });
  } finally {
    await setAccess('ON_ALL_SITES');
  }
});
