import { verify, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noVariants, replicaHosts, startReplica, type Replica } from '../../replica/index.ts';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { makePki, makeTlsCertificate, type Credential, type Pki } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';

const now = new Date('2026-03-04T18:00:00Z');
const idse = 'https://idse.imss.gob.mx/imss/';
const escritorio = 'https://serviciosdigitales.imss.gob.mx/portal-web/portal';
const sat = 'https://loginda.siat.sat.gob.mx/nidp/app/login?id=fiel';
let directory: string;
let pki: Pki;
let replica: Replica;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-portals-'));
  const tls = await makeTlsCertificate(directory, replicaHosts);
  pki = await makePki(join(directory, 'pki'), now);
  const holders = Object.values(pki.credentials).filter(({ kind }) => kind === 'efirma');
  replica = await startReplica({
    tls,
    issuers: [pki.authority.readCertificate()],
    certificates: holders.map((holder) => holder.readCertificate()),
    accounts: holders.map(({ rfc, password }) => [rfc, { user: rfc, password }]),
    now,
  });
  browser = await chromium.launch({
    executablePath: findBrowser()!,
    args: [
      '--no-sandbox',
      '--no-proxy-server',
      `--host-resolver-rules=${replica.resolverRules}`,
      `--ignore-certificate-errors-spki-list=${tls.spkiHash}`,
    ],
  });
});
afterEach(async () => {
  await page.context().close();
  Object.assign(replica.variants, noVariants());
});
afterAll(async () => {
  await browser.close();
  await replica.stop();
  await rm(directory, { recursive: true, force: true });
});

async function open(address: string): Promise<void> {
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
}
const textOf = (selector: string): Promise<string> => page.locator(selector).innerText();
const received = (): Record<string, string> => {
  const event = replica.log.findLast(({ kind }) => kind === 'received');
  return event?.kind === 'received' ? event.fields : {};
};

async function fillIdse({ cerPath, keyPath, rfc, password }: Credential): Promise<void> {
  await page.locator('#cerrarAviso').click();
  expect(await page.locator('#botonFirma').isEnabled()).toBe(false);
  await page.locator('#certificado').setInputFiles(cerPath);
  await page.locator('#llave').setInputFiles(keyPath);
  await page.locator('#idUsuario').fill(rfc);
  await page.locator('#password').fill(password);
  await page.locator('#botonFirma:enabled').click();
}

test.each(['personAes', 'enie', 'company'] as const)(
  'IDSE’s page lets %s in, and OpenSSL confirms what it sent',
  async (name) => {
    const credential = pki.credentials[name];
    await open(idse);
    await fillIdse(credential);
    await page.locator('#frmDatos').waitFor({ state: 'attached' });
    expect(await page.locator('[name=rfc_fiel]').inputValue()).toBe(credential.rfc);
    expect(Object.keys(received())).toEqual([
      'siteId',
      'pkcs7',
      'certificado',
      'llave',
      'idUsuario',
      'password',
    ]);
    const { pkcs7 = '' } = received();
    const cms = join(directory, 'access.p7');
    await writeFile(cms, Buffer.from(pkcs7.replace('-----END+PKCS7-----', ''), 'base64'));
    const authority = ['-partial_chain', '-CAfile', pki.authority.pemPath];
    const signed = await openssl(
      ['cms', '-verify', '-inform', 'DER', '-in', cms, '-purpose', 'any']
        .concat(authority)
        .concat(['-attime', String(now.getTime() / 1000)]),
    );
    const entry = replica.log.findLast(({ kind }) => kind === 'signed-in');
    expect(entry).toMatchObject({ via: 'idse-cms', rfc: credential.rfc, challenge: signed.trim() });
  },
);

test('IDSE’s page says what is wrong in its own place', async () => {
  const { person } = pki.credentials;
  await open(idse);
  await fillIdse({ ...person, password: `${person.password}x` });
  await expect.poll(() => textOf('#imsgErrors')).toContain('no se abre');
  await open(idse);
  await fillIdse({ ...person, rfc: 'OTRO' });
  await expect.poll(() => textOf('#imsgErrors')).toContain('usuario o la contraseña de IDSE');
});

test.each(['personAes', 'enie', 'ampersand'] as const)(
  'the SAT’s page takes %s to a portal that greets',
  async (name) => {
    const { cerPath, keyPath, password, rfc, legalName } = pki.credentials[name];
    await open(sat);
    await page.locator('#fileCertificate').setInputFiles(cerPath);
    await page.locator('#filePrivateKey').setInputFiles(keyPath);
    await page.locator('#privateKeyPassword').fill(password);
    await expect.poll(() => page.locator('#txtPrivateKey').inputValue()).toBe(`${name}.key`);
    await expect.poll(() => page.locator('#rfc').inputValue()).toBe(rfc);
    await page.locator('#submit').click();
    await page.locator('#nombre').waitFor();
    expect(await textOf('#rfc')).toBe(rfc);
    expect(await textOf('#nombre')).toBe(legalName);
    const [co, signature] = Buffer.from(received()['token'] ?? '', 'base64')
      .toString()
      .split('#');
    const raw = Buffer.from(Buffer.from(signature!, 'base64').toString(), 'base64');
    const { publicKey } = new X509Certificate(pki.credentials[name].readCertificate());
    expect(verify('sha1', Buffer.from(co!, 'base64'), publicKey, raw)).toBe(true);
  },
);

test('the SAT’s page refuses in its own words, and rests until a field is touched', async () => {
  const { person, expired } = pki.credentials;
  await open('https://loginc.mat.sat.gob.mx/nidp/jsp/main.jsp?id=FormCertiSAT&sid=0');
  await page.locator('#buttonFiel').click();
  await page.locator('#btnCertificate').waitFor();
  await page.locator('#submit').click();
  expect(await textOf('#divError')).toContain('varios campos requeridos');
  await page.locator('#privateKeyPassword').click();
  for (const [{ cerPath, keyPath, password }, words] of [
    [{ ...person, password: 'no' }, 'Certificado, clave privada o contraseña'],
    [expired, 'no está vigente'],
    [{ ...person, keyPath: expired.keyPath }, 'Certificado, clave privada o contraseña'],
  ] as const) {
    await page.locator('#fileCertificate').setInputFiles(cerPath);
    await page.locator('#filePrivateKey').setInputFiles(keyPath);
    await page.locator('#privateKeyPassword').click();
    await page.locator('#privateKeyPassword').fill(password);
    await page.locator('#submit:enabled').click();
    await expect.poll(() => textOf('#divError')).toContain(words);
  }
});

type Typed = Pick<Credential, 'cerPath' | 'keyPath' | 'password' | 'rfc'>;

async function fillWidget(
  frame: string,
  { cerPath, keyPath, password, rfc }: Typed,
): Promise<void> {
  const widget = page.frameLocator(frame);
  await widget.locator('#inputRFC').fill(rfc);
  await widget.locator('#inputCertificado').setInputFiles(cerPath);
  await widget.locator('#inputKey').setInputFiles(keyPath);
  await widget.locator('#inputPassword').fill(password);
  await widget.locator('#botonValidarCert:enabled').click();
}

test.each([
  'https://serviciosdigitales.imss.gob.mx/sipre/firma',
  'https://buzon.imss.gob.mx/buzonimss/notificacion',
])('at %s a text with accents is signed, and its acuse can be followed', async (address) => {
  const { person, enie } = pki.credentials;
  await open(`${address}?rfc=${encodeURIComponent(enie.rfc)}`);
  await page.locator('#firmar').click();
  await fillWidget('#firmaIframe', person);
  await expect.poll(() => textOf('#msgModalFirmaError')).toContain('Error en el proceso');
  await fillWidget('#firmaIframe', enie);
  await expect.poll(() => textOf('#resultado')).toContain(`Firmó ${enie.rfc}`);
  const signed = replica.log.findLast(({ kind }) => kind === 'signed');
  if (signed?.kind !== 'signed') throw new Error('nothing was signed');
  expect(signed.cadena).toMatch(/^\|\|VERSIÓN DEL ACUSE\|1\.0\|.*«del año» & sus anexos\|\|$/);
  const { publicKey } = new X509Certificate(enie.readCertificate());
  const firma = Buffer.from(signed.firma, 'base64');
  expect(verify('sha256', Buffer.from(signed.cadena), publicKey, firma)).toBe(true);
  await page.locator('#acuse').click();
  expect(await textOf('#folio')).toBe(signed.folio);
  expect(await textOf('#cadena')).toBe(signed.cadena);
});

test.each([false, true])('Escritorio Virtual lets a person in; proxied widget: %s', async (own) => {
  Object.assign(replica.variants, { proxiedWidget: own });
  const { person, company } = pki.credentials;
  await open(escritorio);
  for (const { cerPath, keyPath, password, rfc } of [company, person]) {
    await page.locator('#enviarForm').click();
    await fillWidget('#formFirmaDigital', { cerPath, keyPath, password, rfc });
    const told = rfc === company.rfc ? '#mensajeError' : '#resultado';
    const words = rfc === company.rfc ? 'no tiene un rol autorizado' : `Entraste como ${rfc}`;
    await expect.poll(() => textOf(told)).toContain(words);
  }
});
