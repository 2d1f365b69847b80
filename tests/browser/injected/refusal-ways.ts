/** Where each sentence is said, and the ways in which a person signs in there. */
import type { Page } from 'playwright-core';
import type { Speaker } from '../../../replica/index.ts';
import { pressValidate, signInFromPopup, type Files } from '../../../scripts/person.ts';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';
import type { PortalId } from '../../../src/portals/index.ts';
import { daysFrom, yearsFrom } from '../../pki/dates.ts';
import { makeCredential, type Credential } from '../../pki/index.ts';
import { idsePage, satHosts, satPage } from '../native.ts';
import { visit } from './buzon.ts';
import {
  openDeskForm,
  signAtIdse,
  signAtSat,
  signByHand,
  visitDesk,
  visitIdse,
  visitSat,
} from './hands.ts';

interface Place {
  readonly portal: PortalId;
  open(scene: Scene): Promise<Page>;
  /** The extension hands the e.firma over that is kept. */
  byUs(scene: Scene, page: Page): Promise<void>;
  byHand(page: Page, rfc: string, files: Files): Promise<void>;
  /** Waits until the person is in. */
  letIn(page: Page, rfc: string): Promise<void>;
}

/** Has the form of the widget filled; the person presses its button. */
async function fillWidget({ browser, files }: Scene, page: Page): Promise<void> {
  const popup = await signInFromPopup(browser, page, files.password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await pressValidate(page);
}

/** Signs in by the portal's own protocol: what comes next is its answer. */
async function signNatively({ browser }: Scene, page: Page, password?: string): Promise<void> {
  const answered = page.waitForEvent('load');
  const popup = await signInFromPopup(browser, page, password);
  await answered;
  await popup.close();
}

/** Where it leads is the sign-in of nobody: who is in looks at this one again. */
async function enteredSat(page: Page): Promise<void> {
  await page.waitForURL('https://portalcfdi.facturaelectronica.sat.gob.mx/');
  await page.goto(satPage(satHosts[0]), { waitUntil: 'networkidle' });
}

/** Who says each sentence, where that is heard. */
export const places: Readonly<Record<Speaker, Place>> = {
  widget: {
    portal: 'buzon-imss',
    open: visit,
    byUs: fillWidget,
    byHand: signByHand,
    letIn: (page, rfc) => page.locator('#resultado', { hasText: rfc }).waitFor(),
  },
  imss: {
    portal: 'escritorio-virtual',
    open: visitDesk,
    byUs: fillWidget,
    byHand: signByHand,
    letIn: (page) => page.locator('#seguir a').waitFor(),
  },
  idse: {
    portal: 'idse',
    open: visitIdse,
    // The account there is kept with the e.firma, and comes with the password that opens both.
    byUs: (scene, page) => signNatively(scene, page, scene.files.password),
    byHand: signAtIdse,
    letIn: (page, rfc) => page.getByText(rfc).first().waitFor(),
  },
  sat: {
    portal: 'sat-portal',
    open: visitSat,
    byUs: signNatively,
    byHand: (page, _rfc, files) => signAtSat(page, files),
    letIn: enteredSat,
  },
};

/** The e.firma that the same person had before. */
async function olderOf({ pki, holder, files }: Scene): Promise<Credential> {
  const notAfter = daysFrom(pki.now, -30);
  const notBefore = yearsFrom(daysFrom(notAfter, 1), -4);
  return await makeCredential(pki, { holder, password: files.password, notBefore, notAfter });
}

type Sign = (place: Place, scene: Scene, page: Page) => Promise<void>;

export interface WayIn {
  /** Comes before the form, where the portal's own page is not all. */
  readonly open?: (place: Place, scene: Scene) => Promise<Page>;
  readonly sign: Sign;
  /** The same as it should be done, where that is what is wrong with it. */
  readonly healthy?: Sign;
}

const byUs: Sign = (place, scene, page) => place.byUs(scene, page);
const byHand: Sign = (place, { holder, files }, page) => place.byHand(page, holder.rfc, files);

/** The person was in, and came back to the form with the browser's own button. */
async function comeBack(place: Place, scene: Scene): Promise<Page> {
  const page = await place.open(scene);
  await byHand(place, scene, page);
  await page.locator('#seguir a').click();
  await page.waitForURL(/\/inicio$/);
  await page.goBack();
  await openDeskForm(page);
  return page;
}

/** The browser still brings a session that the portal knows no more. */
async function openWithOldSession(place: Place, scene: Scene): Promise<Page> {
  const { host } = new URL(idsePage);
  const value = { name: 'JSESSIONID', value: 'vieja', domain: host, path: '/', secure: true };
  await scene.browser.context.addCookies([value]);
  return await place.open(scene);
}

/** How somebody signs in where a sentence is said. */
export const ways = {
  /** With the extension. */
  ours: { sign: byUs },
  /** With the same files, chosen in the portal's form. */
  by_hand: { sign: byHand },
  /** With the files of the e.firma before, chosen in the portal's form. */
  older: {
    sign: async (place, scene, page) => place.byHand(page, scene.holder.rfc, await olderOf(scene)),
    healthy: byHand,
  },
  /** By hand, with the RFC of somebody else. */
  other_rfc: {
    sign: (place, { files, pki }, page) => place.byHand(page, pki.credentials.personAes.rfc, files),
    healthy: byHand,
  },
  again: { open: comeBack, sign: byHand },
  old_session: { open: openWithOldSession, sign: byUs },
} as const satisfies Record<string, WayIn>;

export type Way = keyof typeof ways;

/** The form, once the way to it is behind. */
export async function openFor(way: Way, place: Place, scene: Scene): Promise<Page> {
  const { open }: WayIn = ways[way];
  return open ? await open(place, scene) : await place.open(scene);
}
