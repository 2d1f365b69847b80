/** A browser that keeps the e.firmas of two people, opened with one password. */
import type { Page } from 'playwright-core';
import { openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { CredentialCard } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { filesOf, tell } from './tell.ts';

export const vaultPassword = 'una contraseña para todas';

export interface TwoKept {
  stage: Stage;
  first: Credential;
  second: Credential;
  /** The settings of the extension. */
  app: Page;
}

export async function keepTwo(): Promise<TwoKept> {
  const stage = await setStage({ headless: true });
  const { person: first, enie: second } = stage.pki.credentials;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, first);
  const app = await openApp(stage.browser, 'ajustes');
  await tell(app, 'changeVaultPassword', { current: first.password, next: vaultPassword });
  await tell(app, 'importFiles', { ...filesOf(second), vaultPassword, keepFill: true });
  return { stage, first, second, app };
}

export async function cardOf(app: Page, { rfc }: Credential): Promise<CredentialCard> {
  const cards = await tell(app, 'listCredentials');
  const card = cards.find((each) => each.rfc === rfc);
  if (!card) throw new Error(`${rfc} is not kept`);
  return card;
}
