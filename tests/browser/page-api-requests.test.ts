import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import {
  approvals,
  ask,
  askInWindow,
  countEntries,
  letAMinutePass,
  newNonce,
  type Answer,
} from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const site = 'https://idse.imss.gob.mx/';
const otherSite = 'https://serviciosdigitales.imss.gob.mx/replica/entrar';
let strangers: Strangers;
let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'ajustes');
  page = await stage.browser.context.newPage();
  await page.goto(site);
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

describe('a request that is not of the API', () => {
  const good = newNonce();
  const wrong: [what: string, request: string][] = [
    ['nothing', 'undefined'],
    ['null', 'null'],
    ['a text', `'${good}'`],
    ['a number', '5'],
    ['a list', `['${good}']`],
    ['no nonce', '{}'],
    ['a nonce that is a number', '{ nonce: 5 }'],
    ['a nonce that is a list of one', `{ nonce: ['${good}'] }`],
    ['a nonce of 31 bytes', `{ nonce: '${newNonce(31)}' }`],
    ['a nonce of 1,025 bytes', `{ nonce: '${newNonce(1025)}' }`],
    ['a nonce in plain base64', `{ nonce: '${'+/'.repeat(22)}' }`],
    ['a nonce with padding', `{ nonce: '${good}=' }`],
    ['a nonce with a space', `{ nonce: '${good} ' }`],
    ['a nonce with a line end', `{ nonce: '${good}\\n' }`],
    ['a nonce with bits left over', `{ nonce: '${'A'.repeat(42)}B' }`],
    ['one key more', `{ nonce: '${good}', format: 'cadena' }`],
    ['a key of all objects', `{ nonce: '${good}', constructor: 1 }`],
    ['a prototype for a key', `JSON.parse('{"nonce":"${good}","__proto__":{"curp":true}}')`],
    ['an RFC in small letters', `{ nonce: '${good}', rfc: 'pulx9002151ka' }`],
    ['an RFC that is short', `{ nonce: '${good}', rfc: 'PULX900215' }`],
    ['an RFC with a line end', `{ nonce: '${good}', rfc: 'PULX9002151KA\\n' }`],
    ['an empty RFC', `{ nonce: '${good}', rfc: '' }`],
    ['an RFC that is null', `{ nonce: '${good}', rfc: null }`],
    ['a CURP that is refused', `{ nonce: '${good}', curp: false }`],
    ['a CURP in words', `{ nonce: '${good}', curp: 'true' }`],
    ['a language that is none', `{ nonce: '${good}', lang: 5 }`],
    ['a language that is too long', `{ nonce: '${good}', lang: '${'e'.repeat(36)}' }`],
    ['a function', '() => 1'],
    ['a function within', `{ nonce: '${good}', rfc: () => 'PULX9002151KA' }`],
    ['a symbol', `{ nonce: Symbol('${good}') }`],
    ['a BigInt', '{ nonce: 5n }'],
    ['a promise', `Promise.resolve({ nonce: '${good}' })`],
    ['a part of the page', '{ nonce: document.body }'],
    ['a circle', '(() => { const circle = {}; circle.nonce = circle; return circle; })()'],
    ['a map', `new Map([['nonce', '${good}']])`],
    ['bytes', '{ nonce: new Uint8Array(32) }'],
    ['a getter that throws', "{ get nonce() { throw new Error('not today'); } }"],
    ['a proxy', '{ nonce: new Proxy({}, {}) }'],
    ['a depth of 100,000', 'Array(100000).fill().reduce((inner) => ({ nonce: inner }), 1)'],
  ];

  test.each(wrong)('%s', async (_what, request) => {
    expect(await ask(page, request)).toEqual({
      name: 'FirmaError',
      code: 'invalid_request',
      message: say('error_invalid_request'),
    });
  });

  test.each([
    ['20 KB', `{ nonce: '${good}', lang: 'x'.repeat(20 * 1024) }`],
    ['a nonce of 30 million letters', "{ nonce: 'A'.repeat(30e6) }"],
    ['100,000 keys', 'Object.fromEntries(Array(1e5).fill(1).entries())'],
  ])('is too large: %s', async (_what, request) => {
    expect(await ask(page, request)).toEqual({
      name: 'FirmaError',
      code: 'too_large',
      message: say('error_too_large'),
    });
  });

  test('shows nothing to the person and uses up no nonce', async () => {
    await ask(page, { nonce: good, format: 'cadena' });
    expect(approvals(stage.browser)).toEqual([]);
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: good });
    await approve(window);
    expect(decodeJwt((await answer).token ?? '')).toHaveProperty('nonce', good);
  });
});

describe('a nonce', () => {
  beforeEach(() => letAMinutePass(stage.browser));

  test('that was answered is answered no more at that site, and is new at another', async () => {
    const nonce = newNonce();
    const first = await askInWindow(stage.browser, page, { nonce });
    await approve(first.window);
    expect(decodeJwt((await first.answer).token ?? '')).toMatchObject({
      aud: 'https://idse.imss.gob.mx',
      nonce,
    });
    const reused = { name: 'FirmaError', code: 'nonce_reused', message: say('error_nonce_reused') };
    expect(await ask(page, { nonce })).toEqual(reused);
    expect(await ask(page, { nonce, curp: true }), 'whatever else it asks').toEqual(reused);

    const other = await stage.browser.context.newPage();
    expect(await other.goto(otherSite)).toBeTruthy();
    const second = await askInWindow(stage.browser, other, { nonce });
    await approve(second.window);
    expect(decodeJwt((await second.answer).token ?? '')).toMatchObject({
      aud: 'https://serviciosdigitales.imss.gob.mx',
      nonce,
    });
    await closePage(other);
  });

  test('whose answer never arrived gets that very answer, once, and nothing is signed', async () => {
    const { browser } = stage;
    const signed = await countEntries(app, 'authenticate');
    const worker = await browser.worker();
    await worker.evaluate(() => {
      const { sign } = SubtleCrypto.prototype;
      const held = { made: 0, release: () => {} };
      const released = new Promise<void>((resolve) => (held.release = resolve));
      Object.assign(globalThis, { held });
      SubtleCrypto.prototype.sign = async function (
        this: SubtleCrypto,
        ...args: Parameters<typeof sign>
      ) {
        held.made += 1;
        await released;
        return await Reflect.apply(sign, this, args);
      };
    });
    const nonce = newNonce();
    await page.evaluate('window.controller = new AbortController()');
    const { window, answer } = await askInWindow(browser, page, { nonce }, 'controller');
    await approve(window);
    await until('The worker signs', async () =>
      (await worker.evaluate<boolean>('held.made === 1')) ? true : undefined,
    );
    await page.evaluate('controller.abort()');
    expect(await answer).toMatchObject({ name: 'AbortError' });
    await worker.evaluate('held.release()');
    await until('The signature is written down', async () =>
      (await countEntries(app, 'authenticate')) > signed ? true : undefined,
    );

    const [again, afterwards] = await page.evaluate<[Answer, string]>(`(async () => {
      const again = await firmaLista.authenticate({ nonce: '${nonce}' });
      const { code } = await firmaLista.authenticate({ nonce: '${nonce}' }).catch((error) => error);
      return [again, code];
    })()`);
    expect(decodeJwt(again.token ?? '')).toMatchObject({ aud: 'https://idse.imss.gob.mx', nonce });
    expect(afterwards).toBe('nonce_reused');
    expect(await worker.evaluate('held.made')).toBe(1);
    expect(approvals(browser)).toEqual([]);
    expect(await countEntries(app, 'authenticate')).toBe(signed + 1);
  });
});
