/** Forms that come late, and pages that look whether a person did it, at every portal with a form. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noVariants } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { bring, openApp } from '../../scripts/person.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { FillPlan, FillResult } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { documentOf, fillPlaces, openPlace, type FillPlace } from './fill-places.ts';
import { countReceived } from './native.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';

const late = 5_000;
const patience = 120_000;

let stage: Stage;
let person: Credential;
let app: Page;
let credentialId: string;

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  person = stage.pki.credentials.enie;
  const { cerPath, keyPath, password } = person;
  app = await openApp(stage.browser, 'certificados');
  await bring(app, [cerPath, keyPath], password, 'use');
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  [{ id: credentialId }] = res as [{ id: string }];
});

afterAll(() => stage.close());

interface Tab {
  name: string;
  place: FillPlace;
  page: Page;
  tabId: number;
}

async function open(name: string, place: FillPlace): Promise<Tab> {
  const page = await stage.browser.context.newPage();
  await openPlace(stage.replica, page, place);
  return { name, place, page, tabId: await tabIdOf(stage.browser, page) };
}

/** Puts the files in as soon as the form is there. */
async function fill({ name, tabId }: Tab): Promise<FillResult> {
  const plan = await until(`A plan at ${name}`, async () => {
    const { res } = await tellWorker(app, 'planFill', { tabId });
    return res as FillPlan | undefined;
  });
  const request = { plan, credentialId, password: '', user: 'usuario' };
  const { res, err } = await tellWorker(app, 'fill', request);
  expect(err?.code, name).toBeUndefined();
  return res as FillResult;
}

async function passwordIn({ page, place }: Tab): Promise<string> {
  const frame = await documentOf(page, place);
  return await frame.inputValue(`#${place.password}`);
}

test(
  'a form that comes five seconds late is none before, and is filled after',
  { timeout: patience },
  async () => {
    Object.assign(stage.replica.variants, noVariants(), { lateForm: late });
    const tabs: Tab[] = [];
    for (const [name, place] of fillPlaces) {
      const tab = await open(name, place);
      const { err } = await tellWorker(app, 'planFill', { tabId: tab.tabId });
      expect(err?.code, name).toBe('form_not_found');
      tabs.push(tab);
    }
    for (const tab of tabs) {
      expect(await fill(tab), tab.name).toEqual({ page: 'ready' });
      expect(await passwordIn(tab), tab.name).toBe(person.password);
      await closePage(tab.page);
    }
  },
);

test(
  'a page that takes only what a person puts in says so, and nothing is sent',
  { timeout: patience },
  async () => {
    Object.assign(stage.replica.variants, noVariants(), { checksTrusted: true });
    for (const [name, place] of fillPlaces) {
      const tab = await open(name, place);
      const before = [await countEntries(app, 'fill'), countReceived(stage)] as const;
      expect(await fill(tab), name).toEqual({
        page: 'refused',
        says: 'Esta página sólo acepta lo que eliges tú.',
      });
      const [fills, received] = before;
      expect(await countEntries(app, 'fill'), name).toBe(fills + 1);
      expect(countReceived(stage), name).toBe(received);
      await closePage(tab.page);
    }
  },
);
