/** A browser at every sign-in page of the rows, whose servers do as they are told. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { satSites } from '../../scripts/granted-stage.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { openPopup } from '../../scripts/popup.ts';
import { dist } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { PageFacts } from '../../src/diagnosis/index.ts';
import { originsOf, portals, type KnownPortal } from '../../src/portals/index.ts';
import { makeTlsCertificate } from '../pki/index.ts';
import { canTrust, makeLab, withHome } from './lab-certificates.ts';
import { startMoodyHosts, type MoodyHosts } from './moody-hosts.ts';
import { tabIdOf } from './page-api.ts';
import { badgeOf, factsOf } from './watched.ts';

/** The name that nobody resolves: it belongs to one row alone. */
export const lostHost = 'login.siat.sat.gob.mx';

export const signInRows: readonly KnownPortal[] = portals.filter(
  ({ purpose }) => purpose === 'enter',
);

export const liveRows = signInRows.filter(({ host }) => host !== lostHost);

/** The address of a row's form. */
export function addressOf({ host, path, watch }: KnownPortal): string {
  return `https://${host}${watch?.formAt?.[0] ?? path}`;
}

/** A form that has all that the row's own has, and is in the page itself. */
export function formOf({ forms }: KnownPortal): string {
  const own = forms.find(({ ancestors }) => ancestors.length === 0);
  if (!own) return '';
  const { certificate, privateKey, password } = own.fields;
  const inputs = [certificate, privateKey].map(([id]) => `<input type=file id=${id}>`);
  return `<form>${inputs.join('')}<input type=password id=${password[0]}></form>`;
}

export interface World {
  hosts: MoodyHosts;
  browser: Launched;
  /** Undefined where the browser cannot be told whom to trust. */
  lab: Awaited<ReturnType<typeof makeLab>> | undefined;
  /** A tab at nothing yet, and what the extension thinks of it. */
  open(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  page: Page;
  /** Goes there; from then on only what comes of that is waited for. */
  go(url: string, options?: { timeout?: number }): Promise<void>;
  facts(): Promise<PageFacts | undefined>;
  factsWhen(holds: (facts: PageFacts) => boolean, timeout?: number): Promise<PageFacts>;
  badgeBecomes(text: string): Promise<void>;
  /** Waits until the popup over it begins with the cause; gives how sure it is. */
  popupTells(cause: RegExp): Promise<string>;
  /** The popup over it has no failure to tell of. */
  popupIsCalm(): Promise<boolean>;
}

/** An element that the selector fits: `#id`, `#id.class` or `[name=value]`. */
export function elementFor(selector: string, text: string, more = ''): string {
  const [, id, className] = /^#([\w-]+)(?:\.([\w-]+))?$/.exec(selector) ?? [];
  const [, attribute] = /^\[(.*)\]$/.exec(selector) ?? [];
  return `<div ${id ? `id=${id}` : attribute} class="${className ?? ''}" ${more}>${text}</div>`;
}

export interface WorldOptions {
  extraHosts?: readonly string[];
  /** Makes another extension in this folder. */
  makeOther?: (directory: string) => Promise<string>;
}

/** The extension may see the optional portals from the beginning. */
export async function startWorld({
  extraHosts = [],
  makeOther,
}: WorldOptions = {}): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'firma-lista-rows-'));
  const profile = join(directory, 'profile');
  const names = [
    ...new Set(liveRows.flatMap((row) => originsOf(row)).map((origin) => new URL(origin).host)),
    ...extraHosts,
  ];
  const tls = await makeTlsCertificate(directory, names);
  const lab = canTrust() ? await makeLab(directory, names[0] ?? '') : undefined;
  const hosts = await startMoodyHosts(names, tls);
  await grantOptional(profile, [], [], satSites);
  const extraExtensions = makeOther ? [await makeOther(directory)] : [];
  const browser = await withHome(lab && directory, () =>
    launchChromium({
      dist,
      profile,
      headless: true,
      extraExtensions,
      resolverRules: [...hosts.rules, 'MAP * ~NOTFOUND'].join(', '),
      spkiHash: tls.spkiHash,
    }),
  );
  return {
    hosts,
    browser,
    lab,
    async open() {
      const page = await browser.context.newPage();
      return tabOf(browser, page, await tabIdOf(browser, page));
    },
    async close() {
      await browser.close();
      await hosts.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function tabOf(browser: Launched, page: Page, tabId: number): Tab {
  let wentAt = 0;
  return {
    page,
    async go(url, options) {
      wentAt = Date.now();
      // Not every portal is there.
      await page.goto(url, options).catch(() => undefined);
    },
    facts: () => factsOf(browser, tabId),
    async factsWhen(holds, timeout) {
      let last: PageFacts | undefined;
      return await until(
        'The attempt',
        async () => {
          last = await factsOf(browser, tabId);
          return last && Date.parse(last.at) >= wentAt && holds(last) ? last : undefined;
        },
        timeout,
      ).catch((error: Error) => {
        throw new Error(`${error.message}: ${JSON.stringify(last)}`);
      });
    },
    async badgeBecomes(text) {
      await until(`The badge ${text}`, async () =>
        (await badgeOf(browser, tabId)).text === text ? true : undefined,
      );
    },
    async popupTells(cause) {
      const popup = await openPopup(browser, page);
      try {
        return await popup.waitFor<string>(`(() => {
          const failure = document.querySelector('main .seen-failure');
          return ${String(cause)}.test(failure?.dataset.cause ?? '') && failure.dataset.certainty;
        })()`);
      } catch (error) {
        const shown = await popup.evaluate("document.querySelector('main')?.innerText");
        throw new Error(`The popup says: ${String(shown)}`, { cause: error });
      } finally {
        await popup.close();
      }
    },
    async popupIsCalm() {
      const popup = await openPopup(browser, page);
      await popup.waitFor("document.querySelector('main > *') !== null");
      const isCalm = await popup.evaluate("document.querySelector('main .seen-failure') === null");
      await popup.close();
      return Boolean(isCalm);
    },
  };
}

/** Goes to the sign-in page of a row, which has this above its form. */
export async function visitRow(
  { hosts }: World,
  tab: Tab,
  row: KnownPortal,
  body: string,
  status = 200,
): Promise<void> {
  hosts.serve(addressOf(row), { body: `${body}${formOf(row)}`, status });
  await tab.go(addressOf(row));
}
