/** What a page of ours asks the service worker, with the words of the protocol. */
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import type { Launched } from '../../scripts/chromium.ts';
import { quietPage } from '../../scripts/quiet-page.ts';
import type { AuditAction, ExtensionProtocol, FilePayload } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { countEntries, tellWorker } from './page-api.ts';

type Request<Type extends keyof ExtensionProtocol> = Parameters<ExtensionProtocol[Type]>[0];

/** The answer; an error of the worker's is thrown. */
export async function tell<Type extends keyof ExtensionProtocol>(
  app: Page,
  type: Type,
  request?: Request<Type>,
): Promise<ReturnType<ExtensionProtocol[Type]>> {
  const { res, err } = await tellWorker(app, type, request);
  if (err) throw new Error(`${type}: ${err.code}`);
  return res as ReturnType<ExtensionProtocol[Type]>;
}

/** The code that it is refused with; undefined when it is not. */
export async function refusalOf<Type extends keyof ExtensionProtocol>(
  app: Page,
  type: Type,
  request?: Request<Type>,
): Promise<string | undefined> {
  return (await tellWorker(app, type, request)).err?.code;
}

type Browser = Pick<Launched, 'context' | 'extensionId'>;

/** Unlocks the vault; says whether it opened, or the code of the failure. */
export async function unlockBy(browser: Browser, password: string): Promise<string> {
  return (await refusalOf(await quietPage(browser), 'unlock', { password })) ?? 'open';
}

/** How many entries of an action the log has. */
export async function countAudited(browser: Browser, action: AuditAction): Promise<number> {
  return await countEntries(await quietPage(browser), action);
}

export function payload(name: string, bytes: Uint8Array): FilePayload {
  return { name, bytes: Buffer.from(bytes).toString('base64') };
}

/** The .cer and the .key of a credential, with its password. */
export function filesOf(credential: Credential): { files: FilePayload[]; password: string } {
  const { cerPath, keyPath, password } = credential;
  return {
    files: [
      payload(basename(cerPath), credential.readCertificate()),
      payload(basename(keyPath), credential.readPrivateKey()),
    ],
    password,
  };
}
