/** Signing in by a portal's own protocol, as our own pages ask the worker for it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { openApp } from '../../scripts/person.ts';
import type { Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { CredentialCard, NativePlan, NativeRequest } from '../../src/messages.ts';
import { openssl } from '../pki/openssl.ts';
import { tabIdOf, tellWorker } from './page-api.ts';

export const satHosts = [
  'loginda.siat.sat.gob.mx',
  'login.siat.sat.gob.mx',
  'loginc.mat.sat.gob.mx',
  'cfdiau.sat.gob.mx',
] as const;

export const satPage = (host: string): string => `https://${host}/nidp/app/login?id=fiel`;

export const idsePage = 'https://idse.imss.gob.mx/imss/';

/** The id of the e.firma of an RFC. */
export async function idOf(app: Page, rfc: string): Promise<string> {
  const cards = (await tellWorker(app, 'listCredentials', undefined)).res as CredentialCard[];
  const card = cards.find((other) => other.rfc === rfc);
  if (!card) throw new Error(`${rfc} is not there`);
  return card.id;
}

/** What came of a message: what the worker gave, or the code of why not. */
export interface Came<Result> {
  result?: Result;
  code?: string;
}

export class Native {
  readonly #stage: Stage;
  readonly #app: Page;

  constructor(stage: Stage, app: Page) {
    this.#stage = stage;
    this.#app = app;
  }

  async plan(page: Page): Promise<Came<NativePlan>> {
    const tabId = await tabIdOf(this.#stage.browser, page);
    const { res, err } = await tellWorker(this.#app, 'planNative', { tabId });
    return err ? { code: err.code ?? 'none' } : { result: res as NativePlan };
  }

  async planned(page: Page): Promise<NativePlan> {
    const { result, code } = await this.plan(page);
    if (!result) throw new Error(`no plan: ${code}`);
    return result;
  }

  /** The code of why not; undefined when it went well. */
  async signIn(request: NativeRequest): Promise<string | undefined> {
    const { err } = await tellWorker(this.#app, 'signInNatively', request);
    return err && (err.code ?? 'none');
  }
}

/** Fields of the last form that a portal got at a path. */
export function receivedAt({ replica }: Stage, path: string): Record<string, string> {
  const event = replica.log.findLast((other) => other.kind === 'received' && other.path === path);
  return event?.kind === 'received' ? event.fields : {};
}

export function countReceived({ replica }: Stage): number {
  return replica.log.filter(({ kind }) => kind === 'received').length;
}

/** What openssl takes out of IDSE's `pkcs7` once it has verified it up to the root. */
export async function opensslOpens({ pki }: Stage, pkcs7: string): Promise<string> {
  const at = (name: string) => join(pki.directory, `idse-${name}`);
  await writeFile(at('cms'), Buffer.from(pkcs7.replace('-----END+PKCS7-----', ''), 'base64'));
  const pem = [pki.root, pki.authority].map(
    (authority) =>
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.readCertificate()).toString('base64')}\n-----END CERTIFICATE-----\n`,
  );
  await writeFile(at('ca'), pem.join(''));
  const anchors = ['-CAfile', at('ca'), '-purpose', 'any', '-no_check_time'];
  return await openssl(['cms', '-verify', '-inform', 'DER', '-in', at('cms'), ...anchors]);
}

/** The text of a SAT token once openssl has verified it with a certificate. */
export async function opensslReads(
  { pki }: Stage,
  token: string,
  certificate: Uint8Array,
): Promise<string> {
  const at = (name: string) => join(pki.directory, `token-${name}`);
  const [text = '', signature = ''] = Buffer.from(token, 'base64').toString('latin1').split('#');
  const once = Buffer.from(signature, 'base64').toString('latin1');
  await Promise.all([
    writeFile(at('text'), Buffer.from(text, 'base64')),
    writeFile(at('signature'), Buffer.from(once, 'base64')),
    writeFile(at('cer'), certificate),
  ]);
  const out = ['-pubkey', '-noout', '-out', at('pub')];
  await openssl(['x509', '-inform', 'DER', '-in', at('cer'), ...out]);
  const args = ['-sha1', '-verify', at('pub'), '-signature', at('signature'), at('text')];
  await openssl(['dgst', ...args]);
  return Buffer.from(text, 'base64').toString();
}

/** Types into the field of the popup with this label. */
export async function typeInto(popup: Popup, label: string, text: string): Promise<void> {
  await until(`«${label}» in the popup`, async () =>
    (await popup.evaluate((wanted) => {
      const found = [...document.querySelectorAll('label')].find(
        ({ textContent }) => textContent === wanted,
      );
      found?.control?.focus();
      return found?.control === document.activeElement && found?.control !== null;
    }, label))
      ? true
      : undefined,
  );
  await popup.type(text);
}

/** A stage with access to the SAT and the e.firma of a person kept, and a page of ours to ask from. */
export async function setNativeStage(): Promise<{
  stage: Stage;
  app: Page;
  native: Native;
  credentialId: string;
}> {
  const stage = await setGrantedStage(satSites);
  const { person } = stage.pki.credentials;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  const app = await openApp(stage.browser, 'ajustes');
  return { stage, app, native: new Native(stage, app), credentialId: await idOf(app, person.rfc) };
}
