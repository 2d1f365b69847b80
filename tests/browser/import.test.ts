import { mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bring, firstRun, openApp, readOutcome, type Outcome } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { MessageKey } from '../../src/i18n.ts';
import type { Credential, CredentialName } from '../pki/index.ts';
import { nothingStored, stored } from './vault-inside.ts';

let stage: Stage;
let first: Credential;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  first = stage.pki.credentials.person;
  await firstRun(stage.browser);
});
afterAll(() => stage.close());

/** On a screen of its own, so that nothing shown comes from what was done before. */
async function onImportScreen<Result>(act: (app: Page) => Promise<Result>): Promise<Result> {
  const app = await openApp(stage.browser, 'certificados');
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}

/** The same bytes in files of other names. */
async function renamed(files: Record<string, Uint8Array>): Promise<string[]> {
  const folder = await mkdtemp(join(stage.directory, 'renamed-'));
  return Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    }),
  );
}

async function press(app: Page, action: 'save' | 'review'): Promise<Outcome> {
  await app.locator(`[data-action=${action}]`).click();
  await app.locator('[data-outcome], main .failure').first().waitFor();
  return await readOutcome(app);
}

/** Another e.firma beside the first: asks for the vault's password, unless it is the same. */
async function keepAnother(app: Page, { cerPath, keyPath, password }: Credential) {
  const asked = await bring(app, [keyPath, cerPath], password, 'save');
  if (password === first.password) return asked;
  expect(asked).toMatchObject({ kind: 'failed', cause: 'vault_password_needed' });
  await app.getByLabel(say('password_vault'), { exact: true }).fill(first.password);
  await app.locator('[data-action=save]').click();
  await app.locator('[data-outcome]').waitFor();
  return await readOutcome(app);
}

describe('which file is which is found by content', () => {
  const arrangements: [string, (cer: Uint8Array, key: Uint8Array) => Record<string, Uint8Array>][] =
    [
      ['the certificate first', (cer, key) => ({ 'a.cer': cer, 'b.key': key })],
      ['the key first', (cer, key) => ({ 'b.key': key, 'a.cer': cer })],
      ['under each other’s names', (cer, key) => ({ 'a.key': cer, 'b.cer': key })],
      ['without extensions', (cer, key) => ({ uno: cer, dos: key })],
      ['under names of other things', (cer, key) => ({ 'foto.jpg': key, 'CARTA.PDF': cer })],
    ];
  test.each(arrangements)('%s', async (_name, arrange) => {
    const paths = await renamed(arrange(first.readCertificate(), first.readPrivateKey()));
    const { outcome, kinds } = await onImportScreen(async (app) => {
      const reviewed = await bring(app, paths, first.password, 'review');
      const shown = app.locator('[data-field=file]');
      const entries = await shown.evaluateAll((items) =>
        items.map((item) => (item as HTMLElement).dataset['kind'] ?? ''),
      );
      return { outcome: reviewed, kinds: entries };
    });
    expect(outcome).toMatchObject({ kind: 'reviewed', rfc: first.rfc });
    expect(kinds.toSorted()).toEqual(['certificate', 'private_key']);
    expect(await stored(stage.browser)).toEqual(nothingStored);
  });
});

test('files that are dropped on the screen are kept, then updated from the file chooser', async () => {
  const dropped = await onImportScreen(async (app) => {
    await drop(app, [first.keyPath, first.cerPath]);
    await app.locator('[data-field=file][data-kind]').nth(1).waitFor();
    await app.getByLabel(say('password_key'), { exact: true }).fill(first.password);
    return await press(app, 'save');
  });
  expect(dropped).toMatchObject({
    kind: 'saved',
    rfc: first.rfc,
    serialNumber: first.serialNumber,
    notAfter: first.notAfter.toISOString(),
    certificateKind: 'e.firma',
  });

  const chosen = await onImportScreen(async (app) => {
    const [chooser] = await Promise.all([
      app.waitForEvent('filechooser'),
      app.getByRole('button', { name: say('import_choose') }).click(),
    ]);
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([first.cerPath, first.keyPath]);
    await app.getByText(basename(first.keyPath)).waitFor();
    await app.getByLabel(say('password_key'), { exact: true }).fill(first.password);
    return await press(app, 'save');
  });
  expect(chosen).toMatchObject({ kind: 'updated', rfc: first.rfc });
  expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });
});

/** A real drop, as the operating system would hand it to the browser. */
async function drop(app: Page, files: string[]): Promise<void> {
  const target = app.locator('.drop');
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nowhere to drop files.');
  const at = { x: box.x + box.width / 2, y: box.y + 10 };
  const session = await stage.browser.context.newCDPSession(app);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

describe('every e.firma beside another', () => {
  beforeAll(async () => {
    await onImportScreen((app) =>
      bring(app, [first.cerPath, first.keyPath], first.password, 'save'),
    );
  });

  const kinds: [CredentialName, said: MessageKey[]][] = [
    ['personAes', []],
    ['company', []],
    ['enie', []],
    ['ampersand', []],
    ['longName', []],
    ['expired', ['cause_cert_expired']],
    ['notYetValid', ['cause_cert_not_yet_clock_behind']],
    ['unknownIssuer', ['cause_cert_untrusted']],
  ];
  test.each(kinds)('%s is kept under its own name', async (name, said) => {
    const credential = stage.pki.credentials[name];
    await onImportScreen(async (app) => {
      expect(await keepAnother(app, credential)).toMatchObject({
        kind: 'saved',
        rfc: credential.rfc,
        serialNumber: credential.serialNumber,
        notAfter: credential.notAfter.toISOString(),
      });
      const shown = await app.locator('[data-outcome]').innerText();
      expect(shown).toContain(credential.legalName);
      expect(shown).toContain(credential.representative?.rfc ?? credential.rfc);
      for (const sentence of said) expect(shown).toContain(say(sentence));
      // Nobody is sent to a portal with one that no portal takes.
      const isRefused = said.some((sentence) => /expired|not_yet/.test(sentence));
      expect(shown.includes(say('outcome_next'))).toBe(!isRefused);
      expect(await app.locator('[data-outcome] .warning[role=alert]').count()).toBe(+isRefused);
    });
  });

  test('each is listed once', async () => {
    const listed = await onImportScreen(async (app) => {
      const rfcs = app.locator('[data-field=credentials] [data-field=rfc]');
      await rfcs.nth(kinds.length).waitFor();
      return await rfcs.allInnerTexts();
    });
    const names = [first, ...kinds.map(([name]) => stage.pki.credentials[name])];
    expect(listed.toSorted()).toEqual(names.map(({ rfc }) => rfc).toSorted());
  });
});

test('an import takes less than a moment', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const { kind, milliseconds } = await onImportScreen((app) =>
      bring(app, [first.cerPath, first.keyPath], first.password, 'save'),
    );
    expect(kind).toBe('updated');
    times.push(milliseconds ?? Infinity);
  }
  const median = times.toSorted((one, other) => one - other)[2] ?? Infinity;
  console.log(`Import, from click to outcome: ${times.join(', ')} ms; median ${median} ms`);
  expect(median).toBeLessThan(3000);
});
