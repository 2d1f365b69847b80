/** What the portal, or what the browser keeps of it, does to a sign-in at Buzón. */
import type { Page } from 'playwright-core';
import type { RefusalId } from '../../../replica/index.ts';
import { closePage } from '../../../scripts/close-page.ts';
import { fillFromPopup, pressValidate } from '../../../scripts/person.ts';
import { signIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { failed, visit } from './buzon.ts';
import { visitIdse } from './hands.ts';
import type { InjectedFault } from './injected-fault.ts';

const portal = 'buzon-imss';
const host = 'buzon.imss.gob.mx';

async function keepWorkerOf(scene: Scene, deploy: 'previous' | 'current'): Promise<void> {
  Object.assign(scene.replica.faults, { deploy, serviceWorker: true });
  const page = await visit(scene);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await closePage(page);
  scene.replica.faults.deploy = 'current';
}

async function keepCookies({ browser }: Scene, names: readonly string[], value: string) {
  const place = { domain: host, path: '/', secure: true };
  await browser.context.addCookies(names.map((name) => ({ ...place, name, value })));
}

async function fillAndSend(scene: Scene): Promise<Page> {
  const page = await scene.browser.context.newPage();
  const popup = await fillFromPopup(scene.browser, page, scene.files.password);
  await popup.close();
  await Promise.all([page.waitForEvent('load'), pressValidate(page)]);
  return page;
}

/** The person signs in, and the widget in the page says no. */
async function refused(scene: Scene, refusal: RefusalId): Promise<Page> {
  scene.replica.faults.refusal = refusal;
  const page = await scene.browser.context.newPage();
  const popup = await fillFromPopup(scene.browser, page, scene.files.password);
  await popup.close();
  await pressValidate(page);
  return await failed(scene, page);
}

async function signedIn(scene: Scene): Promise<Page> {
  const page = await scene.browser.context.newPage();
  await signIn(scene, page);
  return page;
}

const cookieNames = ['uno', 'dos', 'tres'];

export const sessionFaults: readonly InjectedFault[] = [
  {
    id: 'session-old-service-worker',
    cause: 'sw.stale',
    portal,
    async inject(scene) {
      await keepWorkerOf(scene, 'previous');
      return await failed(scene, await visit(scene));
    },
    signals: { swStale: true, text: 'blank', portal },
    async twin(scene) {
      await keepWorkerOf(scene, 'current');
      return await visit(scene);
    },
  },
  {
    id: 'session-leads-back',
    cause: 'session.hung',
    portal,
    async inject(scene) {
      await keepCookies(scene, ['JSESSIONID'], 'vieja');
      scene.replica.faults.sessionLoop = 'with_cookies';
      return await failed(scene, await fillAndSend(scene));
    },
    signals: { loginLoop: true, cert: 'ok', portal },
    async twin(scene) {
      await keepCookies(scene, ['JSESSIONID'], 'vieja');
      return await signedIn(scene);
    },
  },
  {
    id: 'session-too-many-cookies',
    cause: 'session.hung',
    portal,
    async inject(scene) {
      await keepCookies(scene, cookieNames, 'x'.repeat(3500));
      scene.replica.faults.cookieLimit = 8192;
      return await failed(scene, await visit(scene));
    },
    signals: { cookieBytes: (bytes) => bytes > 10_000, portal },
    async twin(scene) {
      await keepCookies(scene, cookieNames, 'x');
      scene.replica.faults.cookieLimit = 8192;
      return await visit(scene);
    },
  },
  {
    id: 'session-widget-down',
    cause: 'portal.widget_down',
    portal,
    async inject(scene) {
      scene.replica.faults.widgetDown = true;
      return await failed(scene, await visit(scene));
    },
    signals: { widgetHttp: (status) => status >= 500, portal },
    twin: visit,
  },
  {
    id: 'session-revocation-unknown',
    cause: 'portal.revocation_service',
    portal,
    inject: (scene) => refused(scene, 'widget_revocation'),
    signals: { text: 'revocation_unavailable', cert: 'ok', portal },
    twin: signedIn,
  },
  {
    id: 'session-maintenance',
    cause: 'portal.maintenance',
    portal: 'idse',
    async inject(scene) {
      scene.replica.faults.maintenance = true;
      return await failed(scene, await visitIdse(scene));
    },
    signals: { text: 'maintenance', selectors: 'missing', portal: 'idse' },
    twin: visitIdse,
  },
];
