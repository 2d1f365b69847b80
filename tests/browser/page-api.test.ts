import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { compactVerify, decodeProtectedHeader } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { approve, bring, nextApproval, openApp, pages, resultOf } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { openssl } from '../pki/openssl.ts';
import type { Credential } from '../pki/index.ts';
import { askInWindow, letAMinutePass, newNonce } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const site = 'https://idse.imss.gob.mx/';
let strangers: Strangers;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  const { person, company } = stage.pki.credentials;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  const app = await openApp(stage.browser, 'certificados');
  await bring(app, [company.cerPath, company.keyPath], company.password, 'use');
  page = await stage.browser.context.newPage();
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(() => letAMinutePass(stage.browser));

/** The claims, after jose has verified the signature by the certificate in the file. */
async function claimsOf(token: string, { readCertificate }: Credential): Promise<object> {
  const { publicKey } = new X509Certificate(readCertificate());
  const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });
  return JSON.parse(new TextDecoder().decode(payload)) as object;
}

test('a script in the head finds it, and can neither replace, change nor remove it', async () => {
  strangers.serve(
    site,
    `<!doctype html><head><script>{
      const { firmaLista } = window;
      const refused = (attempt) => {
        try { return attempt() === false; } catch { return true; }
      };
      window.found = {
        type: typeof firmaLista,
        methods: Object.keys(firmaLista),
        frozen: Object.isFrozen(firmaLista),
        descriptor: { ...Object.getOwnPropertyDescriptor(window, 'firmaLista'), value: 0 },
        redefined: !refused(() => Reflect.defineProperty(window, 'firmaLista', { value: 1 })),
        removed: !refused(() => Reflect.deleteProperty(window, 'firmaLista')),
        replaced: !refused(() => { 'use strict'; window.firmaLista = 1; }),
        extended: !refused(() => { 'use strict'; firmaLista.status = 1; }),
      };
      found.same = window.firmaLista === firmaLista;
    }</script>`,
  );
  await page.goto(site);
  expect(await page.evaluate('found')).toEqual({
    type: 'object',
    methods: ['status', 'authenticate'],
    frozen: true,
    descriptor: { value: 0, enumerable: true, configurable: false, writable: false },
    redefined: false,
    removed: false,
    replaced: false,
    extended: false,
    same: true,
  });
});

test('it announces itself as often as it is asked', async () => {
  await page.goto(site);
  const heard = await page.evaluate(() => {
    const details: CustomEvent[] = [];
    window.addEventListener('firma-lista:announce-provider', (event) =>
      details.push(event as CustomEvent),
    );
    window.dispatchEvent(new Event('firma-lista:request-provider'));
    window.dispatchEvent(new Event('firma-lista:request-provider'));
    const own = (window as unknown as { firmaLista: unknown }).firmaLista;
    return details.map(({ detail }: CustomEvent<{ info: object; provider: unknown }>) => ({
      frozen: [detail, detail.info, detail.provider].every(Object.isFrozen),
      isTheOne: detail.provider === own,
      info: detail.info,
    }));
  });
  const { version } = JSON.parse(await readFile('manifest.json', 'utf8')) as { version: string };
  const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string;
  const info = { uuid, name: 'Firma Lista', version, apiVersion: 1 };
  const announced = { frozen: true, isTheOne: true, info };
  expect(heard).toEqual([announced, announced]);
  expect(await page.evaluate('firmaLista.status()')).toEqual({
    apiVersion: 1,
    version,
    ready: true,
  });
});

test('the portal accepts the token, and so do jose and openssl', async () => {
  const { directory, pki, replica, browser } = stage;
  const { person } = pki.credentials;
  await page.goto(pages.bridge);
  const window = await nextApproval(browser, () => page.click('#entrar'));
  await window.locator('select').selectOption({ label: `${person.rfc} · ${person.legalName}` });
  await approve(window);
  expect(await resultOf(page)).toBe(`Entraste como ${person.rfc} ${person.legalName}`);

  const entry = replica.log.find(({ kind }) => kind === 'signed-in');
  if (entry?.kind !== 'signed-in' || entry.via !== 'bridge') throw new Error('no token');
  const { token, nonce } = entry;
  const x5c = [Buffer.from(person.readCertificate()).toString('base64')];
  expect(decodeProtectedHeader(token)).toEqual({ typ: 'firma-auth+jwt', alg: 'RS256', x5c });
  const claims = (await claimsOf(token, person)) as { iat: number };
  expect(claims).toEqual({
    aud: 'https://serviciosdigitales.imss.gob.mx',
    nonce,
    iat: expect.any(Number) as number,
    exp: claims.iat + 300,
    jti: expect.any(String) as string,
    sub: person.rfc,
    purpose: 'login',
  });

  const [header, payload, signature = ''] = token.split('.');
  const files = ['key.pem', 'signed', 'signature'].map((name) => join(directory, name));
  const [key, signed, signatureFile] = files as [string, string, string];
  await Promise.all([
    openssl(['x509', '-in', person.cerPath, '-inform', 'DER', '-pubkey', '-noout', '-out', key]),
    writeFile(signed, `${header}.${payload}`),
    writeFile(signatureFile, Buffer.from(signature, 'base64url')),
  ]);
  const verified = await openssl(
    ['dgst', '-sha256', '-verify', key, '-signature', signatureFile].concat([signed]),
  );
  expect(verified.trim()).toBe('Verified OK');
});

test('the response brings the certificate of the token', async () => {
  const { company } = stage.pki.credentials;
  await page.goto(site);
  const request = { nonce: newNonce(), rfc: company.rfc };
  const { window, answer } = await askInWindow(stage.browser, page, request);
  expect(await window.locator('select').count(), 'nothing to choose').toBe(0);
  expect(await window.locator('.origin').innerText()).toBe('https://idse.imss.gob.mx');
  await approve(window);
  const { token = '', unverifiedCertificate, ...more } = await answer;
  expect(more, 'and nothing else').toEqual({});
  expect(unverifiedCertificate).toBe(Buffer.from(company.readCertificate()).toString('base64'));
  expect(decodeProtectedHeader(token).x5c).toEqual([unverifiedCertificate]);
  expect(await claimsOf(token, company)).toMatchObject({
    aud: 'https://idse.imss.gob.mx',
    nonce: request.nonce,
    sub: company.rfc,
    rep: { rfc: company.representative?.rfc },
  });
});

test.each([
  ['is not asked for', undefined, undefined],
  ['is asked for and not ticked', true, false],
  ['is asked for and ticked', true, true],
])('the CURP, when it %s', async (_when, curp, ticked) => {
  const { person } = stage.pki.credentials;
  await page.goto(site);
  const request = { nonce: newNonce(), rfc: person.rfc, curp };
  const { window, answer } = await askInWindow(stage.browser, page, request);
  const box = window.getByRole('checkbox');
  expect(await box.count()).toBe(curp ? 1 : 0);
  if (curp) expect(await box.isChecked(), 'nothing is given away by default').toBe(false);
  if (ticked) await box.check();
  await approve(window);
  const claims = await claimsOf((await answer).token ?? '', person);
  expect(claims).toHaveProperty('sub', person.rfc);
  if (ticked) expect(claims).toHaveProperty('curp', person.curp);
  else expect(claims).not.toHaveProperty('curp');
});

test('the CURP of a representative is given on the same terms', async () => {
  const { company } = stage.pki.credentials;
  await page.goto(site);
  const request = { nonce: newNonce(), rfc: company.rfc, curp: true };
  const { window, answer } = await askInWindow(stage.browser, page, request);
  await window.getByRole('checkbox').check();
  await approve(window);
  const claims = await claimsOf((await answer).token ?? '', company);
  expect(claims).toHaveProperty('rep', company.representative);
});

test('a call gives a promise, whatever it is called with', async () => {
  await page.goto(site);
  const wrong = [
    '',
    'null, null',
    '{}, 5',
    '{}, { signal: 5 }',
    '{}, { get signal() { throw 1; } }',
  ];
  for (const args of wrong) {
    const call = `firmaLista.authenticate(${args}).catch(({ code }) => code)`;
    expect(await page.evaluate(call), args).toBe('invalid_request');
  }
});

test('what cannot be sent is refused with a sentence, even to the first script', async () => {
  strangers.serve(
    site,
    `<!doctype html><head><script>
      window.refused = firmaLista.authenticate(() => 1).catch(({ code, message, name, constructor }) => (
        { code, message, name, isError: constructor.prototype instanceof Error }
      ));
    </script>`,
  );
  await page.goto(site);
  expect(await page.evaluate('refused')).toEqual({
    code: 'invalid_request',
    message: say('error_invalid_request'),
    name: 'FirmaError',
    isError: true,
  });
});

test('a page that computes for long after its call is answered all the same', async () => {
  await page.goto(site);
  const code = await page.evaluate(`(() => {
    const answer = firmaLista.authenticate({}).catch(({ code }) => code);
    for (const start = performance.now(); performance.now() - start < 1500; );
    return answer;
  })()`);
  expect(code).toBe('invalid_request');
});
