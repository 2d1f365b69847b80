/** The private key never enters the page: not its tree, not its memory, not what it sends. */
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import type { Stage } from '../../scripts/stage.ts';
import { makeCredential, type Credential } from '../pki/index.ts';
import { idOf, idsePage, Native, satHosts, satPage } from './native.ts';
import { newNonce, tellWorker } from './page-api.ts';
import { sentOut, withinReach } from './page-reach.ts';
import { canReadMemory, searchProcess } from './process-memory.ts';
import { Search } from './search-bytes.ts';
import { found, secretsOf } from './widget.ts';

let stage: Stage;
let person: Credential;
let secrets: Search;
let app: Page;
let page: Page;
let native: Native;
let requests: Request[];

/** A process is read whole, some hundred megabytes: on a busy machine that takes its time. */
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  await chooseSafety(stage.browser);
  person = await makeCredential(stage.pki, { file: 'propia', password: newNonce(18) });
  stage.replica.registry.register(person.readCertificate());
  secrets = secretsOf(person);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
  native = new Native(stage, app);
  stage.browser.context.on('request', (request) => requests.push(request));
});

afterAll(() => stage.close());

/** Locked each time, so that the password of the vault is used on the way. */
beforeEach(async () => {
  requests = [];
  await tellWorker(app, 'lock', undefined);
  page = await stage.browser.context.newPage();
  return () => closePage(page);
});

type Look = (searches: readonly Search[]) => Promise<string[]>;

/** What is found among all that the scripts of the page could read, in any form. */
const amongTexts: Look = async (searches) => {
  const within = await withinReach(page);
  return searches.flatMap((search) => found(search, within)).toSorted();
};

/** What is found in the process of the page, in any form: bytes that no script holds, too. */
const amongMemory: Look = async (searches) => {
  const mark = newNonce(24);
  await page.evaluate((text) => Object.assign(window, { mark: [text] }), mark);
  const names = new Set<string>();
  await searchProcess(
    stage.browser,
    (bytes) => bytes.includes(mark),
    (bytes) => {
      for (const search of searches) for (const name of found(search, bytes)) names.add(name);
    },
  );
  return [...names].toSorted();
};

const searchFor = (name: string, text: string): Search =>
  new Search([{ name, bytes: Buffer.from(text) }]);

/** Not every machine lets one process read another. */
const looks: readonly Look[] = canReadMemory ? [amongTexts, amongMemory] : [amongTexts];

const everywhere = (searches: readonly Search[]): Promise<string[][]> =>
  Promise.all(looks.map((look) => look(searches)));

test.each([
  ['the SAT', satPage(satHosts[0]), 'token'],
  ['IDSE', idsePage, 'pkcs7'],
])(
  'a sign-in at %s hands over no secret, and leaves none in the page',
  async (_, address, field) => {
    const account = { user: 'usuario', password: newNonce(18) };
    stage.replica.accounts.set(person.rfc, account);
    const credentialId = await idOf(app, person.rfc);
    const request = { credentialId, password: person.password, account };
    await page.goto(address);
    const plan = await native.planned(page);
    // Taken and not answered: the page that had the answer stays, to be looked at.
    const sent = new Promise<string>((resolve) => {
      void page.route(
        (url) => url.origin === new URL(address).origin,
        async (route) => {
          resolve(new URLSearchParams(route.request().postData() ?? '').get(field) ?? '');
          await route.fulfill({ status: 204 });
        },
      );
    });
    expect(await native.signIn({ ...request, plan })).toBeUndefined();
    const answer = searchFor('answer', await sent);
    expect(await everywhere([answer, secrets])).toEqual(looks.map(() => ['answer']));

    await page.unrouteAll();
    await page.goto(address);
    expect(await native.signIn({ ...request, plan: await native.planned(page) })).toBeUndefined();
    await page.getByText(person.legalName).first().waitFor();
    expect(await everywhere([secrets])).toEqual(looks.map(() => []));
    const network = requests.filter((each) => each.url().startsWith('https:'));
    const out = await sentOut(network);
    expect(found(answer, out), 'this search finds what was sent').toEqual(['answer']);
    expect(found(secrets, out)).toEqual([]);
  },
);

test.skipIf(!canReadMemory)('bytes and texts of a page are found where they are', async () => {
  await page.goto(idsePage);
  const der = Buffer.from(person.readPrivateKey()).toString('base64');
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    Object.assign(window, { kept: bytes });
  }, der);
  expect(await amongMemory([secrets])).toContain('.key');
  await page.evaluate((password) => Object.assign(window, { kept: [password] }), person.password);
  expect(await amongMemory([secrets])).toContain('password');
});
