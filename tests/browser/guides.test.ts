/** Every repair that is steps for the person, opened: its words, drawings, ways out, and its silence. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { openNamedRepair } from '../../scripts/screens/named-repair.ts';
import { visit } from '../../scripts/screens/steps.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { systems } from '../../src/app/diagnosis/guides/own-system.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { MessageKey } from '../../src/i18n.ts';
import { codeOfFile, filesUnder } from '../architecture/tree.ts';
import { guideRows, type GuideRow } from './guide-rows.ts';

let stage: Stage;
let portal: Page;
let guide: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  portal = await visit(stage, pages.fill);
});
afterAll(() => stage.close());

const panel = () => guide.locator('[data-field=repair]');
/** What went to the clipboard last: nobody but the person may read it there. */
const copied = () => guide.evaluate(() => Reflect.get(globalThis, 'copied') as string);

async function hearCopies(): Promise<void> {
  await guide.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      Object.assign(globalThis, { copied: text });
    };
  });
}

/** What a sentence is told by, whatever stands where its values go. */
const partsOf = (key: string, system: string): string[] =>
  say(key.replace('{system}', system) as MessageKey).split(/\$\d/);

/** A step says its sentence; terms of a reminder are told in the same way. */
async function expectSteps({ steps, pictured = [] }: GuideRow, system = ''): Promise<void> {
  const items = panel().locator(':is([data-field=steps], p + .repair-terms) > li');
  const told = await items.evaluateAll((all) =>
    all.map((item) => ({
      text: (item as HTMLElement).innerText,
      drawings: item.querySelectorAll('svg[aria-hidden=true] > *').length,
    })),
  );
  const missing = steps.filter((key, index) =>
    partsOf(key, system).some((part) => !told[index]?.text.includes(part.trim())),
  );
  expect(missing).toEqual([]);
  const drawn = told.flatMap(({ drawings }, index) => (drawings > 0 ? [index + 1] : []));
  expect(drawn).toEqual(pictured);
  const isReminder = (await panel().locator('[data-field=steps]').count()) === 0;
  expect(told).toHaveLength(steps.length + (isReminder ? 1 : 0));
}

/** Those that leave the extension, and those that stay. */
async function expectLinks({ outside = [], screens = [] }: GuideRow): Promise<void> {
  const links = await panel()
    .locator('a')
    .evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        target: link.getAttribute('target'),
        rel: link.getAttribute('rel'),
      })),
    );
  const out = links.filter(({ href }) => !href.startsWith('#/'));
  expect(out).toEqual(outside.map((href) => ({ href, target: '_blank', rel: 'noreferrer' })));
  expect(links.filter(({ href }) => href.startsWith('#/')).map(({ href }) => href)).toEqual(
    screens,
  );
}

async function expectCopies({ copies, hasLetter }: GuideRow): Promise<void> {
  const wanted = copies?.(stage.pki.credentials.person) ?? [];
  const buttons = panel().locator('.copyable button');
  expect(await buttons.count()).toBe(wanted.length);
  await guide.bringToFront();
  await hearCopies();
  for (const [index, text] of wanted.entries()) {
    await buttons.nth(index).click();
    await panel().locator('.copyable').nth(index).getByText(say('copied')).waitFor();
    expect(await copied()).toBe(text);
  }
  const letter = panel().locator('[data-field=letter]');
  expect(await letter.count()).toBe(hasLetter ? 1 : 0);
  if (!hasLetter) return;
  await panel()
    .getByRole('button', { name: say('guide_text_copy') })
    .click();
  await panel().getByText(say('guide_text_copied')).waitFor();
  expect(await copied()).toBe(await letter.evaluate((element) => element.textContent));
}

/** From now on, whatever the page or the service worker asks of any other host. */
async function hearRequests(): Promise<() => Promise<string[]>> {
  const heard: string[] = [];
  guide.on('request', (request) => heard.push(request.url()));
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const asked: string[] = [];
    const fetchAnything = globalThis.fetch;
    const hearing: typeof fetch = (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return fetchAnything(input, init);
    };
    Object.assign(globalThis, { asked, fetch: hearing });
  });
  return async () => {
    const asked = await worker.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
    return [...heard, ...asked].filter((url) => !url.startsWith('chrome-extension:'));
  };
}

test('there is a row for every guided repair, and no other', () => {
  const guided = filesUnder('src/repairs', /\.ts$/)
    .filter((path) => codeOfFile(path).includes("kind: 'guided',"))
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''));
  expect(Object.keys(guideRows).toSorted()).toEqual(guided.toSorted());
});

test('every page outside is one of the IMSS or of the SAT, by https', () => {
  const outside = Object.values(guideRows).flatMap((row) => row.outside ?? []);
  const strange = outside.filter(
    (href) => !/^https:\/\/[a-z.]+\.(?:imss|sat)\.gob\.mx\//.test(href),
  );
  expect(outside.length).toBeGreaterThan(5);
  expect(strange).toEqual([]);
});

test.each(Object.entries(guideRows) as [RepairId, GuideRow][])('%s', async (repair, row) => {
  guide = await openNamedRepair(stage, repair, portal);
  const requests = await hearRequests();
  const open = stage.browser.context.pages().length;
  const underscored = repair.replaceAll('-', '_');
  expect(await panel().locator('h2').first().innerText()).toBe(
    say(`repair_${underscored}_name` as MessageKey),
  );
  if (row.isOfSystem) {
    const system = panel().locator('[data-field=system]');
    expect(await system.getAttribute('data-system')).toBe('linux');
    await panel().locator('.system-choice > summary').click();
    for (const chosen of systems) {
      await panel().locator(`.system-choice [data-system=${chosen}]`).click();
      expect(await system.innerText()).toBe(say('guide_system_for', say(`system_${chosen}`)));
      await expectSteps(row, chosen);
    }
  } else {
    await expectSteps(row);
  }
  await expectLinks(row);
  await expectCopies(row);
  expect(await requests()).toEqual([]);
  expect(stage.browser.context.pages()).toHaveLength(open);
  await guide.close();
});
