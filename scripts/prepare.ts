/**
 * What came before, where it is not what a test or a picture is about: told to the service worker in
 * the words that the screens use, without any screen.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CredentialCard, FilePayload } from '../src/messages.ts';
import { firstIdleMinutes } from '../src/settings.ts';
import type { Launched } from './chromium.ts';
import type { Files } from './person.ts';
import { tellWorker } from './tell-worker.ts';

type Browser = Pick<Launched, 'context' | 'extensionId'>;

/** What is chosen on first run, always the same, so that pictures stay alike. */
export async function chooseSafety(browser: Browser, word = 'jacaranda'): Promise<void> {
  const chosen = { picture: 'cactus', word, idleMinutes: firstIdleMinutes };
  await tellWorker(browser, 'saveSettings', chosen);
}

/** Keeps one more e.firma, or the same again; with `vaultPassword` where others are kept. */
export async function keepFiles(
  browser: Browser,
  { cerPath, keyPath, password }: Files,
  vaultPassword?: string,
): Promise<CredentialCard> {
  const { card } = await tellWorker(browser, 'importFiles', {
    files: await Promise.all([cerPath, keyPath].map(payloadOf)),
    password,
    keepFill: true,
    ...(vaultPassword !== undefined && { vaultPassword }),
  });
  if (!card) throw new Error(`${cerPath} was not kept`);
  return card;
}

export async function payloadOf(path: string): Promise<FilePayload> {
  return { name: basename(path), bytes: await readFile(path, 'base64') };
}
