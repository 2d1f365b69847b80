/**
 * Lets a browser pass for another version. The text of its user agent is fixed when it starts
 * (`identityArgs`); its list of brands is set by the browser's own protocol, target by target.
 */
import type { CDPSession, Page, Worker } from 'playwright-core';
import type { Launched } from './chromium.ts';
import { browserSession, until } from './worker.ts';

/** As Edge calls itself in its list of brands. */
export const edge = 'Microsoft Edge';

export interface Identity {
  major: number;
  /** Chrome unless it is said. */
  brand?: string;
  /** Linux, whose `platformVersion` is empty, unless it is said. */
  platform?: string;
  platformVersion?: string;
}

/** Browsers say no more of Windows than this, whichever it is. */
const systemOf = ({ platform }: Identity) =>
  platform === 'Windows' ? 'Windows NT 10.0; Win64; x64' : 'X11; Linux x86_64';

const userAgentOf = (identity: Identity) =>
  `Mozilla/5.0 (${systemOf(identity)}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${identity.major}.0.0.0 Safari/537.36${
    identity.brand === edge ? ` Edg/${identity.major}.0.0.0` : ''
  }`;

/** For `extraArgs`: without them the service worker would tell the true version by its text. */
export function identityArgs(identity: Identity): string[] {
  return [`--user-agent=${userAgentOf(identity)}`];
}

function overrideOf(identity: Identity) {
  const { major, brand = 'Google Chrome', platform = 'Linux', platformVersion = '' } = identity;
  const names = [brand, 'Chromium'];
  const listWith = (version: string) => [
    { brand: 'Not:A-Brand', version: '8' },
    ...names.map((name) => ({ brand: name, version })),
  ];
  return {
    userAgent: userAgentOf(identity),
    userAgentMetadata: {
      brands: listWith(`${major}`),
      fullVersionList: listWith(`${major}.0.0.0`),
      platform,
      platformVersion,
      architecture: 'x86',
      model: '',
      mobile: false,
    },
  };
}

export interface Disguise {
  /** Resolves when the extension's worker says that it is the other version, once stopped too. */
  worn: () => Promise<void>;
  /** Resolves when a page that is still blank is disguised: its first request is, then. */
  dress: (page: Page) => Promise<void>;
  /** Everybody is themselves again, but for the text of the worker. */
  undress: () => Promise<void>;
}

const disguised = new Set(['page', 'service_worker']);

/**
 * Disguises every page, pop-ups included, and every service worker, those that come later and those
 * that start again too, until the browser closes. Resolves when the extension's worker is disguised.
 */
export async function disguise(browser: Launched, identity: Identity): Promise<Disguise> {
  const params = overrideOf(identity);
  const session = await browserSession(browser.context);
  const ofPages: CDPSession[] = [];

  async function dressTarget({ targetId, type }: { targetId: string; type: string }) {
    if (!disguised.has(type)) return;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Emulation.setUserAgentOverride', params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
  session.on('Target.targetCreated', ({ targetInfo }) => {
    // One that closes meanwhile needs no disguise.
    void dressTarget(targetInfo).catch(() => undefined);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });

  async function worn(): Promise<void> {
    await until(`The worker says that it is version ${identity.major}`, async () =>
      (await majorOf(await browser.worker())) === identity.major ? true : undefined,
    );
  }
  await worn();
  return {
    worn,
    async dress(page) {
      const ofPage = await browser.context.newCDPSession(page);
      ofPages.push(ofPage);
      await ofPage.send('Emulation.setUserAgentOverride', params);
    },
    async undress() {
      // A page that was closed has taken its session with it.
      await Promise.allSettled(ofPages.map((ofPage) => ofPage.detach()));
      await session.detach();
    },
  };
}

/** The version of Chromium by the worker's list of brands. */
async function majorOf(worker: Worker): Promise<number> {
  const brand = "navigator.userAgentData?.brands.find(({ brand }) => brand === 'Chromium')";
  return Number(await worker.evaluate(`${brand}?.version`));
}
