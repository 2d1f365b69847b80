/** Who was let in is seen to be in, where no widget says so; who was not, is not. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noFaults, type RefusalId } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { firstRun, keep, openApp } from '../../scripts/person.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { addressOf, portals, type KnownPortal } from '../../src/portals/index.ts';
import type { SeenFailure } from '../../src/storage.ts';
import type { Credential } from '../pki/index.ts';
import { idOf, Native } from './native.ts';
import { tabIdOf } from './page-api.ts';
import { tell } from './tell.ts';
import { attemptWhen, badgeBecomes, settled } from './watched.ts';

const account = { user: 'usuario', password: 'contraseña de idse' };
const rows = portals.filter(({ native }) => native !== undefined);

let stage: Stage;
let person: Credential;
let app: Page;
let native: Native;
let credentialId: string;

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  ({ person } = stage.pki.credentials);
  stage.replica.accounts.set(person.rfc, account);
  await firstRun(stage.browser);
  await keep(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
  native = new Native(stage, app);
  credentialId = await idOf(app, person.rfc);
});

afterAll(() => stage.close());

async function lastFailure(): Promise<SeenFailure | undefined> {
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(() => chrome.storage.session.get('lastFailure'));
  return kept['lastFailure'] as SeenFailure | undefined;
}

const signedInAt = ({ host }: KnownPortal): number =>
  stage.replica.log.filter((event) => event.kind === 'signed-in' && event.host === host).length;

describe.each(rows)('$id', (row) => {
  const refusal: RefusalId = row.id === 'idse' ? 'idse_not_valid' : 'sat_revoked';

  /** Opens the page with the e.firma, and signs in there as the extension does. */
  async function enter(page: Page): Promise<void> {
    const address = row.id === 'idse' ? addressOf(row) : `https://${row.host}/nidp/app/login`;
    await page.goto(address);
    const plan = await native.planned(page);
    expect(await native.signIn({ plan, credentialId, account })).toBeUndefined();
  }

  const clientAt = async (page: Page) =>
    await tell(app, 'activeClient', { tabId: await tabIdOf(stage.browser, page) });

  test('a refusal is no sign-in; the sign-in after it ends all that it left behind', async () => {
    const page = await stage.browser.context.newPage();
    stage.replica.faults.refusal = refusal;
    await enter(page);
    const refused = await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
    expect(refused.widget).toBeUndefined();
    await badgeBecomes(stage.browser, page, '!');
    await until('The failure', async () =>
      (await lastFailure())?.portal === row.id ? true : undefined,
    );
    await expect.poll(() => clientAt(page), { message: 'nobody is in' }).toBeFalsy();
    expect(signedInAt(row)).toBe(0);

    Object.assign(stage.replica.faults, noFaults());
    await enter(page);
    // Its script may tell before the browser tells that all of it came.
    const facts = await attemptWhen(
      stage.browser,
      page,
      ({ widget, http }) => widget === 'ok' && http !== undefined,
    );
    expect(facts).toMatchObject({ portal: row.id, http: 200, texts: [], loginLoop: false });
    expect(signedInAt(row)).toBe(1);
    await until('The failure is gone', async () => ((await lastFailure()) ? undefined : true));

    await page.goto(addressOf(row));
    expect((await settled(stage.browser, page)).widget, 'its form is there again').toBeUndefined();
    expect(await clientAt(page)).toMatchObject({ rfc: person.rfc, host: row.host });
    stage.replica.faults.refusal = refusal;
    await enter(page);
    await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
    expect(await clientAt(page), 'the session before is open still').toBeTruthy();
    Object.assign(stage.replica.faults, noFaults());
    await closePage(page);
  });
});

/** One row of the SAT stands for all: they have it from one place. */
const twoKinds = rows.filter(({ id }) => id === 'idse' || id === 'sat-portal');

test.each(twoKinds)('at $id what only looks like the page behind is no sign-in', async (row) => {
  const page = await stage.browser.context.newPage();
  const inside =
    row.id === 'idse'
      ? '<form name="frmDatos"><input type="hidden" name="rfc_fiel" value="X"></form>'
      : '<form method="post"><input type="hidden" name="wresult" value="X"></form>';
  const { certificate, privateKey, password } = row.forms[0]!.fields;
  const form = [...certificate, ...privateKey, ...password].map((id) => `<input id="${id}">`);
  const pages: [what: string, body: string, isIn: boolean][] = [
    ['the form is there too', `${form.join('')}${inside}`, false],
    ['it stands in a comment', `<!-- ${inside} --><p>Bienvenido`, false],
    ['it is a text', `<p>${inside.replaceAll('<', '&lt;')}`, false],
    ['it is in a frame', `<p>Hola<iframe srcdoc='${inside}'></iframe>`, false],
    ['it is there', `<p>Hola${inside}`, true],
  ];
  const url = `https://${row.host}${row.path}/replica`;
  for (const [what, body, isIn] of pages) {
    await page.route(url, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${body}` }),
    );
    await page.goto(url);
    const facts = await settled(stage.browser, page);
    expect(facts.widget, what).toBe(isIn ? 'ok' : undefined);
    await page.unroute(url);
  }
  await closePage(page);
});
