/** Scenes in which the way to each host can be changed while the browser runs. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { satSites } from '../../../scripts/granted-stage.ts';
import { grantOptional } from '../../../scripts/grants.ts';
import { pages } from '../../../scripts/person.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { canTrust, makeLab, withHome } from '../lab-certificates.ts';
import { openGates, type Door, type Gates } from './gates.ts';
import type { InjectedFault, Need, OpenBrowser } from './injected-fault.ts';

export const hosts = {
  portal: 'buzon.imss.gob.mx',
  widget: 'firmadigitalssl.imss.gob.mx',
  /** The site that belongs to no portal. */
  control: 'www.gob.mx',
  sat: 'www.sat.gob.mx',
} as const;

type HostName = keyof typeof hosts;

interface Way {
  gates: Gates;
  /** Undefined where the browser cannot be told whom to trust. */
  makeIdentity: Awaited<ReturnType<typeof makeLab>> | undefined;
}

const ways = new WeakMap<Scene, Way>();

/** Whether a browser can be shown certificates that are wrong in one thing alone. */
export const lab: Need = { missing: 'This computer has no certutil.', isMet: canTrust() };

/** A door at each host; the SAT lets the extension in only in the other one. */
export const withDoors: OpenBrowser = openWithDoors;
/** A browser of its own: what was taken off the net may not all come back to it. */
export const withDoorsForOffline: OpenBrowser = (scene) => openWithDoors(scene);

export const withDoorsAndSat: OpenBrowser = async (scene) => {
  await grantOptional(scene.profile, [], [], satSites);
  await openWithDoors(scene);
};

async function openWithDoors(scene: Scene): Promise<void> {
  const home = await mkdtemp(join(scene.directory, 'home-'));
  const makeIdentity = lab.isMet ? await makeLab(home, hosts.portal) : undefined;
  const gates = await openGates(Object.values(hosts), scene.replica.httpsPort);
  ways.set(scene, { gates, makeIdentity });
  const rules = [...gates.rules, scene.replica.resolverRules, 'MAP * ~NOTFOUND'];
  await withHome(makeIdentity && home, () => scene.launch({ resolverRules: rules.join(', ') }));
  await settleIn(scene, scene.files);
}

export type Doors = Partial<Record<HostName, Door>>;

/** From now on the ways to these hosts are like that, and all the others open. */
export async function setDoors(scene: Scene, doors: Doors = {}): Promise<void> {
  const named = Object.entries(doors).map(([name, door]) => [hosts[name as HostName], door]);
  await wayOf(scene).gates.set(Object.fromEntries(named) as Record<string, Door>);
}

/** A server with the replica's pages and a certificate that is wrong in one thing. @returns its port */
export async function serveWrongly(
  scene: Scene,
  fault: Parameters<NonNullable<Way['makeIdentity']>>[0],
  name: HostName = 'portal',
): Promise<number> {
  return await scene.replica.openTlsPort(identityOf(scene, fault, name));
}

/** What a server of this host shows; it is trusted unless that is what is wrong with it. */
export function identityOf(
  scene: Scene,
  fault: Parameters<NonNullable<Way['makeIdentity']>>[0],
  name: HostName = 'portal',
): { key: string; cert: string } {
  const { makeIdentity } = wayOf(scene);
  if (!makeIdentity) throw new Error(lab.missing);
  return makeIdentity(fault, hosts[name]);
}

function wayOf(scene: Scene): Way {
  const way = ways.get(scene);
  if (!way) throw new Error('This browser has no doors.');
  return way;
}

/** Goes to Buzón's sign-in page, as far as that goes within some seconds. */
export async function visit({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'load', timeout: 5_000 }).catch(() => undefined);
  return page;
}

/** The twin of every fault that the doors make. */
export async function visitInHealth(scene: Scene): Promise<Page> {
  await setDoors(scene);
  return await visit(scene);
}

/** What faults have in common that doors make; the SAT lets the extension in only in the second. */
export const alone = { portal: 'buzon-imss', open: withDoors, twin: visitInHealth } as const;
export const withSat = { ...alone, open: withDoorsAndSat } as const;

/** The ways are as the doors say, and the person goes there. */
export function behind(doors: Doors): InjectedFault['inject'] {
  return async (scene) => {
    await setDoors(scene, doors);
    return await visit(scene);
  };
}

/** The same door at every host. */
export function everywhere(door: Door): Doors {
  return { portal: door, widget: door, control: door, sat: door };
}
