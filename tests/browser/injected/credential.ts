/** What the person brings, keeps, types and has at the portal, wrong in every way that can be made. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closePage } from '../../../scripts/close-page.ts';
import {
  bring,
  fillFromPopup,
  firstRun,
  keep,
  openApp,
  pressValidate,
  signInFromPopup,
  type Files,
} from '../../../scripts/person.ts';
import { say } from '../../../scripts/say.ts';
import { tellWorker } from '../../../scripts/tell-worker.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { daysFrom, efirmaEnd } from '../../pki/dates.ts';
import { makeCredential, type Credential } from '../../pki/index.ts';
import { openssl } from '../../pki/openssl.ts';
import { failed, visit } from './buzon.ts';
import { signByHand, visitDesk } from './hands.ts';
import type { InjectedFault } from './injected-fault.ts';

const portal = 'buzon-imss';

interface Brought {
  paths: readonly string[];
  password?: string;
  action?: 'save' | 'review';
}

/** Brings files to «Certificados», then opens the portal. */
async function bringAndVisit(scene: Scene, { paths, password, action }: Brought): Promise<Page> {
  const app = await openApp(scene.browser, 'certificados');
  await bring(app, paths, password ?? scene.files.password, action ?? 'save');
  await app.close();
  return await visit(scene);
}

/** The right files with the right password: what was wrong before is over. */
async function bringRight(scene: Scene): Promise<Page> {
  const { cerPath, keyPath } = scene.files;
  return await bringAndVisit(scene, { paths: [cerPath, keyPath] });
}

/** Files that are refused when they are brought, with the right ones as the healthy twin. */
function refusedFiles(
  id: string,
  cause: InjectedFault['cause'],
  signals: InjectedFault['signals'],
  files: (scene: Scene) => Promise<Brought> | Brought,
): InjectedFault {
  return {
    id: `credential-${id}`,
    cause,
    portal,
    async inject(scene) {
      return await bringAndVisit(scene, await files(scene));
    },
    signals,
    twin: bringRight,
  };
}

async function written({ directory }: Scene, name: string, content: string | Uint8Array) {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A .pfx of the certificate alone. */
async function incompletePfx({ directory, files }: Scene): Promise<string> {
  const [pem, pfx] = [join(directory, 'solo.pem'), join(directory, 'solo.pfx')];
  await openssl(['x509', '-inform', 'DER', '-in', files.cerPath, '-out', pem]);
  const password = `pass:${files.password}`;
  await openssl(['pkcs12', '-export', '-nokeys', '-in', pem, '-passout', password, '-out', pfx]);
  return pfx;
}

/** A .key of a kind that the SAT never gave anybody. */
async function ellipticKey({ directory, files }: Scene): Promise<string> {
  const [pem, key] = [join(directory, 'curva.pem'), join(directory, 'curva.key')];
  await openssl(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', pem]);
  const password = `pass:${files.password}`;
  const form = ['-topk8', '-outform', 'DER', '-passout', password, '-out', key];
  await openssl(['pkcs8', '-in', pem, ...form]);
  return key;
}

/** Signs in at Escritorio Virtual by our hand, and goes on from there. */
async function enterDesk(scene: Scene): Promise<void> {
  const page = await visitDesk(scene);
  const popup = await signInFromPopup(scene.browser, page, scene.files.password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await pressValidate(page);
  await page.locator('#seguir a').click();
  await page.waitForURL(/\/inicio$/);
  await closePage(page);
}

/** The same by the person's own hands. */
async function signAtDesk(scene: Scene, files: Scene['files'], rfc: string): Promise<Page> {
  const page = await visitDesk(scene);
  await signByHand(page, rfc, files);
  return page;
}

/** Escritorio Virtual takes the e.firma and then lets nobody in, without saying why. */
async function refusedAtDesk(scene: Scene): Promise<Page> {
  scene.replica.faults.refusal = 'imss_credentials';
  return await failed(scene, await signAtDesk(scene, scene.files, scene.holder.rfc));
}

/** Has the form of Buzón filled, and presses its button. */
async function signFilled({ browser }: Scene, { password }: Files): Promise<Page> {
  const page = await browser.context.newPage();
  const popup = await fillFromPopup(browser, page, password);
  await popup.close();
  await pressValidate(page);
  return page;
}

/** What is kept goes, and this comes. */
async function replaceBy({ browser, pki }: Scene, files: Files): Promise<void> {
  const { password } = pki.credentials.notYetValid;
  for (const { id } of await tellWorker(browser, 'listCredentials')) {
    await tellWorker(browser, 'removeCredential', { id, password });
  }
  await keep(browser, files);
}

async function letInAtDesk(scene: Scene): Promise<Page> {
  const page = await signAtDesk(scene, scene.files, scene.holder.rfc);
  await page.locator('#seguir a').waitFor();
  return page;
}

/** The same person's, made days ago. */
async function renewed({ pki, holder, files }: Scene): Promise<Credential> {
  const notBefore = daysFrom(pki.now, -5);
  const { password } = files;
  const dates = { notBefore, notAfter: efirmaEnd(notBefore) };
  return await makeCredential(pki, { holder, password, ...dates });
}

/** In the account of the e.firma that is kept: registered at Escritorio Virtual so many minutes ago. */
async function writeRegistration({ browser }: Scene, minutes: number): Promise<void> {
  const app = await openApp(browser, 'certificados');
  await app
    .getByRole('button', { name: say('account_action') })
    .first()
    .click();
  const since = await app.evaluate((ago) => {
    const now = new Date(Date.now() - ago * 60_000);
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, minutes);
  await app.getByLabel(say('portal_escritorio_virtual_name'), { exact: true }).fill(since);
  await app.getByRole('button', { name: say('account_save') }).click();
  await app.getByText(say('account_saved')).waitFor();
  await app.close();
}

async function openWithoutEfirma(scene: Scene): Promise<void> {
  await scene.launch();
  await firstRun(scene.browser);
}

/** The older e.firma has been at the portal; the renewal has not. */
async function openAfterRenewal(scene: Scene): Promise<void> {
  await scene.launch();
  await settleIn(scene, scene.files);
  await enterDesk(scene);
  await keep(scene.browser, await renewed(scene));
}

async function openForRegistration(scene: Scene): Promise<void> {
  await scene.launch();
  await settleIn(scene, scene.files);
}

/** The e.firma that begins in some days is the only one that is kept. */
async function openWithNewest(scene: Scene): Promise<void> {
  await scene.launch();
  await settleIn(scene, scene.pki.credentials.notYetValid);
}

async function openForCompany(scene: Scene): Promise<void> {
  await scene.launch();
  await settleIn(scene, scene.pki.credentials.company);
}

export const credentialFaults: readonly InjectedFault[] = [
  refusedFiles('wrong-password', 'pwd.wrong', { pwd: 'wrong' }, ({ files }) => ({
    paths: [files.cerPath, files.keyPath],
    password: 'otra distinta',
  })),
  refusedFiles(
    'caps',
    'pwd.caps',
    { pwd: 'wrong', pwdVariant: 'caps' },
    ({ files: { cerPath, keyPath, password } }) => ({
      paths: [cerPath, keyPath],
      password: password.toUpperCase(),
    }),
  ),
  refusedFiles(
    'spaces',
    'pwd.spaces',
    { pwd: 'wrong', pwdVariant: 'spaces' },
    ({ files: { cerPath, keyPath, password } }) => ({
      paths: [cerPath, keyPath],
      password: `${password} `,
    }),
  ),
  refusedFiles('two-efirmas', 'key.mismatch', { key: 'mismatch' }, ({ files, pki }) => {
    const { keyPath, password } = pki.credentials.personAes;
    return { paths: [files.cerPath, keyPath], password };
  }),
  refusedFiles('seal', 'cert.is_csd', { cert: 'csd' }, ({ pki }) => {
    const { cerPath, keyPath, password } = pki.credentials.csd;
    return { paths: [cerPath, keyPath], password };
  }),
  refusedFiles('cut-certificate', 'cert.corrupt', { cert: 'parse_error' }, async (scene) => ({
    paths: [
      await written(scene, 'cortado.cer', half(await readFile(scene.files.cerPath))),
      scene.files.keyPath,
    ],
  })),
  refusedFiles('letter', 'cert.wrong_file', { cert: 'wrong_type' }, async (scene) => ({
    paths: [
      await written(scene, 'carta.txt', 'Estimada Ximena: va tu archivo.'),
      scene.files.keyPath,
    ],
  })),
  refusedFiles('cut-key', 'key.corrupt', { key: 'parse_error' }, async (scene) => ({
    paths: [
      scene.files.cerPath,
      await written(scene, 'cortada.key', half(await readFile(scene.files.keyPath))),
    ],
  })),
  refusedFiles('no-key', 'key.missing', { key: 'absent' }, ({ files }) => ({
    paths: [files.cerPath],
  })),
  refusedFiles('elliptic-key', 'key.unsupported', { key: 'unsupported' }, async (scene) => ({
    paths: [scene.files.cerPath, await ellipticKey(scene)],
  })),
  refusedFiles('pfx-alone', 'pfx.incomplete', { pfx: 'incomplete' }, async (scene) => ({
    paths: [await incompletePfx(scene)],
  })),
  refusedFiles('tried-expired', 'cert.expired', { cert: 'expired' }, ({ pki }) => {
    const { cerPath, keyPath, password } = pki.credentials.expired;
    return { paths: [cerPath, keyPath], password, action: 'review' };
  }),
  refusedFiles('tried-not-yet', 'cert.not_yet', { cert: 'not_yet' }, ({ pki }) => {
    const { cerPath, keyPath, password } = pki.credentials.notYetValid;
    return { paths: [cerPath, keyPath], password, action: 'review' };
  }),
  {
    id: 'credential-not-yet',
    cause: 'cert.not_yet',
    portal,
    open: openWithNewest,
    async inject(scene) {
      return await failed(scene, await signFilled(scene, scene.pki.credentials.notYetValid));
    },
    signals: { cert: 'not_yet', certByServerTime: 'not_yet', text: 'not_valid_date', filled: true },
    async twin(scene) {
      await replaceBy(scene, scene.files);
      const page = await signFilled(scene, scene.files);
      await page.locator('#resultado', { hasText: scene.holder.rfc }).waitFor();
      return page;
    },
  },
  {
    id: 'credential-file-gone',
    cause: 'user.file_unavailable',
    portal,
    async inject(scene) {
      const app = await openApp(scene.browser, 'certificados');
      await chooseGone(app, [join(scene.directory, 'usb.cer'), join(scene.directory, 'usb.key')]);
      await app.getByLabel(say('password_key'), { exact: true }).fill(scene.files.password);
      await app.locator('[data-action=save]').click();
      await app.locator('[data-outcome=rejected]').waitFor();
      await app.close();
      return await visit(scene);
    },
    signals: { fileRead: 'fail' },
    twin: bringRight,
  },
  {
    id: 'credential-not-here',
    cause: 'cred.not_here',
    portal,
    open: openWithoutEfirma,
    inject: visit,
    signals: { noEfirma: true },
    async twin(scene) {
      await keep(scene.browser, scene.files);
      return await visit(scene);
    },
  },
  {
    id: 'credential-other-rfc',
    cause: 'acc.rfc_mismatch',
    portal,
    async inject(scene) {
      const { rfc } = scene.pki.credentials.personAes;
      await signByHand(await visit(scene), rfc, scene.files);
      const page = await visit(scene);
      await signByHand(page, rfc, scene.files);
      return await failed(scene, page);
    },
    signals: { rfcTyped: 'differs', failed: (attempts) => attempts >= 2, cert: 'ok' },
    async twin(scene) {
      const page = await visit(scene);
      await signByHand(page, scene.holder.rfc, scene.files);
      await page.locator('#resultado', { hasText: scene.holder.rfc }).waitFor();
      return page;
    },
  },
  {
    id: 'credential-renewed',
    cause: 'acc.efirma_not_updated',
    portal: 'escritorio-virtual',
    open: openAfterRenewal,
    inject: refusedAtDesk,
    signals: { entered: 'with_older', certAgeDays: (days) => days <= 6, text: 'auth_generic' },
    twin: letInAtDesk,
  },
  {
    id: 'credential-registered-now',
    cause: 'acc.sync_wait',
    portal: 'escritorio-virtual',
    open: openForRegistration,
    async inject(scene) {
      await writeRegistration(scene, 10);
      return await refusedAtDesk(scene);
    },
    signals: { registeredMin: (minutes) => minutes >= 10 && minutes < 30, text: 'auth_generic' },
    twin: letInAtDesk,
  },
  {
    id: 'credential-company',
    cause: 'cert.moral',
    portal: 'escritorio-virtual',
    open: openForCompany,
    async inject(scene) {
      const { company } = scene.pki.credentials;
      return await failed(scene, await signAtDesk(scene, company, company.rfc));
    },
    signals: { holder: 'moral', portal: 'escritorio-virtual', text: 'no_role' },
    async twin(scene) {
      const page = await visit(scene);
      const { company } = scene.pki.credentials;
      await signByHand(page, company.rfc, company);
      await page.locator('#resultado', { hasText: company.rfc }).waitFor();
      return page;
    },
  },
];

/** Chooses files that are on no disk any more by the time somebody reads them. */
async function chooseGone(app: Page, files: string[]): Promise<void> {
  const session = await app.context().newCDPSession(app);
  const { root } = await session.send('DOM.getDocument');
  const selector = 'input[type=file]';
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await session.send('DOM.setFileInputFiles', { files, nodeId });
  await app
    .locator('[data-field=file]')
    .nth(files.length - 1)
    .waitFor();
}
