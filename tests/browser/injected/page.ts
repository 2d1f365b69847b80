/** What the browser, its settings or another extension make of a portal's page and its address. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { grantOptional } from '../../../scripts/grants.ts';
import { pressIcon } from '../../../scripts/popup.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { writeExtension } from '../../../scripts/write-extension.ts';
import { addressOf, findPortal, type PortalId } from '../../../src/portals/index.ts';
import { makeTlsCertificate } from '../../pki/index.ts';
import { setContent } from '../set-content.ts';
import { startStrangers, type Strangers } from '../strangers.ts';
import type { InjectedFault } from './injected-fault.ts';

async function visit({ browser }: Scene, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  return page;
}

function signInPageOf(id: PortalId): string {
  const portal = findPortal(id);
  if (!portal) throw new Error(`no portal ${id}`);
  return addressOf(portal);
}

const at = (id: PortalId) => (scene: Scene) => visit(scene, signInPageOf(id));

/** As a person sets them in the browser, each for one site. */
const blocked = {
  javascript: ['serviciosdigitales.imss.gob.mx'],
  cookies: ['idse.imss.gob.mx'],
};

async function openWithSettings(scene: Scene): Promise<void> {
  await setContent(scene.profile, 2, blocked);
  await scene.launch();
  await settleIn(scene, scene.files);
}

/**
 * Translates pages at one host, the way translators do: the text goes into elements of its own, and
 * what is made anew no longer does what the portal's script wanted of it.
 */
const translator = `
if (location.host === 'serviciosdigitales.imss.gob.mx') {
  for (const element of document.querySelectorAll('h1, p, label')) {
    element.setAttribute('_msttexthash', String(element.textContent.length));
  }
}
if (location.host === 'buzon.imss.gob.mx') {
  document.documentElement.classList.add('translated-ltr');
  for (const element of document.querySelectorAll('h1, h2, p, button, label')) {
    const outer = document.createElement('font');
    outer.style.verticalAlign = 'inherit';
    const inner = document.createElement('font');
    inner.style.verticalAlign = 'inherit';
    inner.textContent = element.textContent;
    outer.append(inner);
    const anew = element.cloneNode(false);
    anew.append(outer);
    element.replaceWith(anew);
  }
}`;

async function openWithTranslator(scene: Scene): Promise<void> {
  const matches = ['https://*.imss.gob.mx/*'];
  const folder = await writeExtension(
    join(scene.directory, 'translator'),
    { name: 'Traductor', content_scripts: [{ matches, js: ['script.js'] }] },
    { 'script.js': translator },
  );
  await scene.launch({ extraExtensions: [folder] });
  await settleIn(scene, scene.files);
}

/**
 * Opens a window without being asked to, as a script of IDSE's page does, and notes whether there was
 * one. In the page's own world: those that extensions open in theirs are let through (measured).
 */
const opener = `
if (self === top) {
  const opened = window.open('about:blank', 'aviso', 'width=300,height=200');
  document.documentElement.dataset.ventana = opened ? 'abierta' : 'detenida';
}`;

async function openWithOpener(scene: Scene): Promise<void> {
  await grantOptional(scene.profile, ['contentSettings']);
  await setContent(scene.profile, 1, { popups: ['buzon.imss.gob.mx'] });
  const matches = ['https://idse.imss.gob.mx/*', 'https://buzon.imss.gob.mx/*'];
  const folder = await writeExtension(
    join(scene.directory, 'opener'),
    { name: 'Avisos', content_scripts: [{ matches, js: ['script.js'], world: 'MAIN' }] },
    { 'script.js': opener },
  );
  await scene.launch({ extraExtensions: [folder], blocksWindows: true });
  await settleIn(scene, scene.files);
}

/** The page once its window was let through, or was not. */
async function withWindow(page: Page, was: 'abierta' | 'detenida'): Promise<Page> {
  await page.locator(`html[data-ventana=${was}]`).waitFor({ state: 'attached' });
  return page;
}

/** Who may see a site's pages, as on the browser's own page of extensions. */
async function setAccess({ browser }: Scene, hostAccess: string): Promise<void> {
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions/');
  const changed = { extensionId: browser.extensionId, hostAccess };
  await settings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(changed)})`,
  );
  await settings.close();
}

const form = (attributes = '') => `<form>
  <input type=file id=certificado ${attributes}><input type=file id=llave>
  <input id=idUsuario><input type=password id=password><button id=botonFirma>Entrar</button>
</form>`;
const applet = '<applet code="MtsAppletFielWidget.class" archive="MtsAppletFielWidget.IMSS.jar">';
const html = (body: string) => `<!doctype html><h1>Acceso</h1>${body}`;

/** Pages that nobody knows, and what they are like; pages of IDSE as its server may have them. */
const addresses = {
  idse: 'https://idse.imss.gob.mx/imss/',
  frame: 'https://idse.imss.gob.mx/imss/marco',
  inClear: 'http://idse.imss.gob.mx/imss/',
  imitation: 'https://idse.irnss.gob.mx/imss/',
  madeUpName: 'https://idse.imss.gob.mx.acceso.example/imss/',
  official: 'https://www.imss.gob.mx/',
  officialSignIn: 'https://www.imss.gob.mx/otro-acceso',
  collector: 'https://tramites.example/efirma',
  bank: 'https://banco.example/acceso',
} as const;

const hostsOf = [...new Set(Object.values(addresses).map((url) => new URL(url).hostname))];
const running: Strangers[] = [];

/** Ends what the browsers of this list were served by. */
export async function stopServers(): Promise<void> {
  await Promise.all(running.splice(0).map((strangers) => strangers.stop()));
}

async function openAmongStrangers(scene: Scene): Promise<void> {
  const strangers = await startStrangers(hostsOf);
  running.push(strangers);
  const tls = await makeTlsCertificate(join(scene.directory, 'tls'), hostsOf);
  strangers.secure(tls);
  for (const url of Object.values(addresses)) strangers.serve(url, html(form()));
  strangers.serve(addresses.official, html('<p>Noticias del Instituto</p>'));
  strangers.serve(addresses.officialSignIn, html('<input><input type=password>'));
  strangers.serve(addresses.collector, html(form('accept=".cer"')));
  strangers.serve(
    addresses.bank,
    html('<p>Certificado revocado</p><input><input type=password><button>Entrar</button>'),
  );
  await scene.launch({
    resolverRules: strangers.rules.join(', '),
    extraArgs: [`--ignore-certificate-errors-spki-list=${tls.spkiHash}`],
  });
  await settleIn(scene, scene.files);
  serve = strangers.serve;
}

let serve: Strangers['serve'];

/** The person presses the icon over it: only then may anybody look at a page that is no portal's. */
const called = (url: string) => async (scene: Scene) => {
  const page = await visit(scene, url);
  await (await pressIcon(scene.browser, page)).close();
  return page;
};

async function openOrdinarily(scene: Scene): Promise<void> {
  await scene.launch();
  await settleIn(scene, scene.files);
}

export const pageFaults: readonly InjectedFault[] = [
  {
    id: 'page-scripts-blocked',
    cause: 'set.js_off',
    portal: 'escritorio-virtual',
    open: openWithSettings,
    inject: at('escritorio-virtual'),
    signals: { js: 'block', cookieProbe: 'ok', host: 'ok' },
    twin: at('buzon-imss'),
  },
  {
    id: 'page-cookies-blocked',
    cause: 'set.cookies_blocked',
    portal: 'idse',
    open: openWithSettings,
    inject: at('idse'),
    signals: { cookieProbe: 'fail', js: 'allow', host: 'ok' },
    twin: at('buzon-imss'),
  },
  {
    id: 'page-translated',
    cause: 'brw.translate',
    portal: 'buzon-imss',
    open: openWithTranslator,
    inject: at('buzon-imss'),
    asked: { portal: 'buzon-imss', sees: 'nothing_happens' },
    signals: { translated: true },
    twin: at('idse'),
  },
  {
    id: 'page-translated-in-edge',
    cause: 'brw.translate',
    portal: 'escritorio-virtual',
    open: openWithTranslator,
    inject: at('escritorio-virtual'),
    asked: { portal: 'escritorio-virtual', sees: 'nothing_happens' },
    signals: { translated: true },
    twin: at('idse'),
  },
  {
    id: 'page-java-in-frame',
    cause: 'brw.java_legacy',
    portal: 'idse',
    open: openAmongStrangers,
    async inject(scene) {
      serve(addresses.frame, '<object type="application/x-java-applet;version=1.6"></object>');
      serve(addresses.idse, html(`<iframe src="${addresses.frame}"></iframe>`));
      return await visit(scene, addresses.idse);
    },
    signals: { applet: true, selectors: 'missing' },
    async twin(scene) {
      serve(addresses.frame, '<object type="image/svg+xml"></object>');
      serve(addresses.idse, html(`<iframe src="${addresses.frame}"></iframe>${form()}`));
      return await visit(scene, addresses.idse);
    },
  },
  {
    id: 'page-java',
    cause: 'brw.java_legacy',
    portal: 'idse',
    open: openAmongStrangers,
    async inject(scene) {
      serve(addresses.idse, html(`${applet}</applet>`));
      return await visit(scene, addresses.idse);
    },
    signals: { applet: true, selectors: 'missing' },
    async twin(scene) {
      serve(addresses.idse, html(`${applet}</applet>${form()}`));
      return await visit(scene, addresses.idse);
    },
  },
  {
    id: 'page-in-clear',
    cause: 'user.http',
    portal: 'idse',
    open: openAmongStrangers,
    inject: (scene) => visit(scene, addresses.inClear),
    signals: { scheme: 'http', host: 'ok' },
    twin: (scene) => visit(scene, addresses.idse),
  },
  {
    id: 'page-imitation',
    cause: 'user.phishing',
    portal: 'idse',
    open: openAmongStrangers,
    inject: called(addresses.imitation),
    signals: { host: 'lookalike' },
    twin: called(addresses.idse),
  },
  {
    id: 'page-made-up-name',
    cause: 'user.phishing',
    portal: 'idse',
    open: openAmongStrangers,
    inject: called(addresses.madeUpName),
    signals: { host: 'lookalike' },
    twin: called(addresses.bank),
  },
  {
    id: 'page-of-no-portal',
    cause: 'user.wrong_url',
    portal: 'idse',
    open: openAmongStrangers,
    inject: called(addresses.official),
    signals: { host: 'other' },
    twin: called(addresses.officialSignIn),
  },
  {
    id: 'page-wants-efirma',
    cause: 'user.wrong_url',
    portal: 'idse',
    open: openAmongStrangers,
    inject: called(addresses.collector),
    signals: { host: 'other' },
    twin: called(addresses.bank),
  },
  {
    id: 'page-window-stopped',
    cause: 'set.popups_blocked',
    portal: 'idse',
    open: openWithOpener,
    inject: async (scene) => withWindow(await at('idse')(scene), 'detenida'),
    answers: { windows: 'yes' },
    signals: { windowOpenNull: true, js: 'allow', cookies: 'allow' },
    twin: async (scene) => withWindow(await at('buzon-imss')(scene), 'abierta'),
  },
  {
    id: 'page-access-withheld',
    cause: 'ext.own_access',
    portal: 'buzon-imss',
    open: openOrdinarily,
    async inject(scene) {
      await setAccess(scene, 'ON_CLICK');
      return await at('buzon-imss')(scene);
    },
    asked: { portal: 'buzon-imss', sees: 'nothing_happens' },
    signals: { ownAccess: 'withheld' },
    async twin(scene) {
      await setAccess(scene, 'ON_ALL_SITES');
      return await at('buzon-imss')(scene);
    },
  },
  {
    id: 'page-before-update',
    cause: 'brw.extension_stale',
    portal: 'buzon-imss',
    open: openOrdinarily,
    async inject(scene) {
      const page = await at('buzon-imss')(scene);
      const worker = await scene.browser.worker();
      const gone = worker.waitForEvent('close');
      await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
      await gone;
      return page;
    },
    signals: { ownAccess: 'invalidated' },
    twin: at('buzon-imss'),
  },
];
