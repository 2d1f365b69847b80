import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, openApp, pages, resultOf } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { CredentialRecord, VaultHeader } from '../../src/vault/format.ts';
import type { Credential } from '../pki/index.ts';
import { unlockBy } from './tell.ts';
import { inMemory, lockNow, recordIdOf, restore, rewrite, stored } from './vault-inside.ts';
import {
  askByBridge,
  chooseInApproval,
  history,
  keepAnother,
  removeAll,
  removeFirst,
} from './vault-screens.ts';

let stage: Stage;
let person: Credential;
let company: Credential;
/** Ids of the records. */
let ids: { person: string; company: string };

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person, company } = stage.pki.credentials);
  await chooseSafety(stage.browser);
  ids = await keepBoth();
});
afterAll(() => stage.close());

/** Keeps both e.firmas; the vault has the person's password. */
async function keepBoth(): Promise<typeof ids> {
  await keepFiles(stage.browser, person);
  await keepAnother(stage.browser, company, person.password);
  return {
    person: await recordIdOf(stage.browser, person.rfc),
    company: await recordIdOf(stage.browser, company.rfc),
  };
}

type Damage = (records: CredentialRecord[]) => void;

const damages: [name: string, Damage][] = [
  [
    'has a changed ciphertext',
    (records) => {
      const sealed = records.find(({ rfc }) => rfc.startsWith('PUL'))?.parts.sign.secret;
      sealed?.ciphertext.set([(sealed.ciphertext[100] ?? 0) ^ 1], 100);
    },
  ],
  [
    'has a changed data key',
    (records) => {
      const sealed = records.find(({ rfc }) => rfc.startsWith('PUL'))?.parts.sign.dataKey;
      sealed?.ciphertext.set([(sealed.ciphertext[0] ?? 0) ^ 128], 0);
    },
  ],
  [
    'shows the certificate of another',
    (records) => {
      const [damaged, other] = records.toSorted((one) => (one.rfc.startsWith('PUL') ? -1 : 1));
      if (damaged && other) damaged.certificate = other.certificate;
    },
  ],
  [
    'holds the key of another',
    (records) => {
      const [damaged, other] = records.toSorted((one) => (one.rfc.startsWith('PUL') ? -1 : 1));
      if (damaged && other) damaged.parts.sign = other.parts.sign;
    },
  ],
  [
    'holds its files in the place of its key',
    (records) => {
      const damaged = records.find(({ rfc }) => rfc.startsWith('PUL'));
      if (damaged?.parts.fill) damaged.parts.sign = damaged.parts.fill;
    },
  ],
];

describe('a record that', () => {
  afterEach(() => restore(stage.browser));

  test.each(damages)('%s is named, and the other one works', async (_name, damage) => {
    await lockNow(stage.browser);
    await rewrite(stage.browser, 'credentials', damage);
    expect(await useThenTheOther(ids.person)).toEqual(namedThenSignedIn());
  });

  test('was given another id is named, and the other one works', async () => {
    await lockNow(stage.browser);
    await rewrite(stage.browser, 'credentials', (records) => {
      const damaged = records.find(({ rfc }) => rfc.startsWith('PUL'));
      if (damaged) damaged.id = '00000000-0000-4000-8000-000000000000';
    });
    const found = await useThenTheOther('00000000-0000-4000-8000-000000000000');
    expect(found).toEqual(namedThenSignedIn());
  });

  test('has a certificate that cannot be read is named in the list, and not offered', async () => {
    await lockNow(stage.browser);
    await rewrite(stage.browser, 'credentials', (records) => {
      records.find(({ rfc }) => rfc.startsWith('PUL'))?.certificate.set([0, 0, 0, 0], 0);
    });
    const app = await openApp(stage.browser, 'certificados');
    const card = app.locator('[data-field=credentials] > li').filter({ hasText: person.rfc });
    expect(await card.innerText()).toContain(say('error_record_damaged'));
    expect(await card.getByRole('button').count()).toBe(1);
    await app.close();

    const { page, window } = await askByBridge(stage.browser);
    expect(await window.locator('form.approval').innerText()).not.toContain(person.rfc);
    await approve(window, person.password);
    expect(await resultOf(page)).toMatch(`Entraste como ${company.rfc}`);
    await closePage(page);
  });

  const namedThenSignedIn = () => ({
    cause: 'record_damaged',
    words: expect.stringContaining(say('error_record_damaged')) as string,
    result: expect.stringContaining(`Entraste como ${company.rfc}`) as string,
  });

  /** In one approval: first the damaged one, then the one that nobody touched. */
  async function useThenTheOther(damaged: string) {
    const { page, window } = await askByBridge(stage.browser);
    await chooseInApproval(window, { id: damaged });
    await approve(window, person.password);
    const failure = window.locator('.failure');
    const cause = await failure.locator('[data-field=cause]').innerText();
    const words = await failure.innerText();
    await chooseInApproval(window, { id: ids.company });
    await approve(window);
    const result = await resultOf(page);
    await closePage(page);
    return { cause, words, result };
  }

  test('has changed files fills nothing', async () => {
    await rewrite(stage.browser, 'credentials', (records) => {
      for (const { parts } of records) {
        const sealed = parts.fill?.secret;
        sealed?.ciphertext.set([(sealed.ciphertext[9] ?? 0) ^ 1], 9);
      }
    });
    const page = await stage.browser.context.newPage();
    await page.goto(pages.fill);
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor("document.querySelector('form.approval')");
    await popup.click('form.approval input[type=password]');
    await popup.type(person.password);
    await popup.click('form.approval button.primary[aria-disabled=false]');
    expect(await popup.waitFor("document.querySelector('[data-field=cause]')?.innerText")).toBe(
      'record_damaged',
    );
    await popup.close();
    const typed = page.frameLocator('#formFirmaDigital').locator('#inputRFC');
    expect(await typed.inputValue()).toBe('');
    await closePage(page);
  });
});

describe('a vault whose lock was made weaker or absurd', () => {
  afterEach(() => restore(stage.browser));

  const forgeries: [string, (headers: VaultHeader[]) => void, cause: string][] = [
    [
      'with less memory than the floor',
      (headers) => headers[0]?.slots.forEach(({ kdf }) => Object.assign(kdf, { memoryKiB: 8 })),
      'record_damaged',
    ],
    [
      'without a pass',
      (headers) => headers[0]?.slots.forEach(({ kdf }) => Object.assign(kdf, { passes: 0 })),
      'record_damaged',
    ],
    [
      'with more memory than there is',
      (headers) =>
        headers[0]?.slots.forEach(({ kdf }) => Object.assign(kdf, { memoryKiB: 2 ** 31 })),
      'record_damaged',
    ],
    [
      'within the bounds',
      (headers) => headers[0]?.slots.forEach(({ kdf }) => Object.assign(kdf, { passes: 1 })),
      'wrong_vault_password',
    ],
    [
      'without a slot',
      (headers) => headers.forEach((header) => Object.assign(header, { slots: [] })),
      'record_damaged',
    ],
  ];
  test.each(forgeries)('%s does not open', async (_name, forge, cause) => {
    await lockNow(stage.browser);
    await rewrite(stage.browser, 'header', forge);
    expect(await unlockBy(stage.browser, person.password)).toBe(cause);
  });
});

describe('an e.firma that is taken away', () => {
  test('goes with the right password only, and the vault goes with the last one', async () => {
    const before = await history(stage.browser);
    const app = await openApp(stage.browser, 'certificados');
    const cards = app.locator('[data-field=credentials] > li');
    await removeFirst(app, 'no es ésta');
    await app.locator('dialog').getByText(say('error_wrong_vault_password')).waitFor();
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 2 });
    await app
      .locator('dialog')
      .getByRole('button', { name: say('cancel') })
      .click();

    await removeFirst(app, person.password);
    await cards.nth(1).waitFor({ state: 'detached' });
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });
    await removeFirst(app, person.password);
    await app.getByText(say('certificates_empty')).waitFor();
    await app.close();
    expect(await stored(stage.browser)).toMatchObject({ header: 0, credentials: 0, intents: 0 });
    expect(await inMemory(stage.browser)).not.toHaveProperty('signKeys');

    const { actions, integrity } = await history(stage.browser);
    expect(actions.slice(before.actions.length)).toEqual(['unlock_failed', 'remove', 'remove']);
    expect(integrity).toBe('intact');
  });

  test('goes too when no password opens the vault any more, and can be brought again', async () => {
    await keepBoth();
    await rewrite(stage.browser, 'header', (headers) => {
      for (const header of headers) header.slots = [];
    });
    await removeAll(stage.browser, '');
    expect(await stored(stage.browser)).toMatchObject({ header: 0, credentials: 0 });
    await keepBoth();
    await lockNow(stage.browser);
    expect(await unlockBy(stage.browser, person.password)).toBe('open');
  });
});
