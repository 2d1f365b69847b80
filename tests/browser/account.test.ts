/** What a person writes down of each e.firma stays its own. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import type { Stage } from '../../scripts/stage.ts';
import type { Credential } from '../pki/index.ts';
import { filesOf, refusalOf, tell } from './tell.ts';
import { cardOf, keepTwo, vaultPassword } from './two-kept.ts';
import { inDatabase } from './vault-inside.ts';

let stage: Stage;
let first: Credential;
let second: Credential;
let app: Page;

beforeAll(async () => {
  ({ stage, first, second, app } = await keepTwo());
});

afterAll(() => stage.close());

/** Everything that the database holds, with what is bytes in it read as UTF-8 and as UTF-16. */
async function wordsInDatabase(): Promise<string> {
  return await inDatabase(stage.browser, async (db) => {
    const words: string[] = [];
    const read = (value: unknown): void => {
      const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
      if (isBytes) {
        for (const encoding of ['utf-8', 'utf-16le']) {
          words.push(new TextDecoder(encoding).decode(value));
        }
      } else if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(read);
      } else words.push(String(value));
    };
    for (const name of db.objectStoreNames) {
      const reading = db.transaction(name).objectStore(name).getAll();
      read(
        await new Promise<unknown>((resolve, reject) => {
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error ?? new Error(name));
        }),
      );
    }
    return words.join('\n');
  });
}

describe('what a person writes down of an e.firma', () => {
  const account = {
    curp: ' cacx760510mgtshc04',
    nss: '0165 4411 378',
    registrosPatronales: ['c87-26099-10-3'],
    email: 'ana@correo.mx',
    registrations: [{ portal: 'idse' as const, since: '2026-11-22T10:00:00.000Z' }],
  };
  const idse = { user: 'usuario idse', password: 'clave de idse ñ' };

  test('is kept in one way of writing, and what is secret only enciphered', async () => {
    const { id } = await cardOf(app, first);
    const { id: otherId } = await cardOf(app, second);
    expect(await refusalOf(app, 'saveAccount', { id, account, idse })).toBe('locked');
    expect(await refusalOf(app, 'saveAccount', { id, account, idse, password: 'otra cosa' })).toBe(
      'wrong_vault_password',
    );
    expect(await tell(app, 'readAccount', { id })).toEqual({
      account: {},
      hasIdse: false,
      doubtful: [],
    });

    await tell(app, 'saveAccount', { id, account, idse, password: vaultPassword });
    const kept = {
      curp: 'CACX760510MGTSHC04',
      nss: '01654411378',
      registrosPatronales: ['C8726099103'],
      email: 'ana@correo.mx',
      registrations: account.registrations,
    };
    expect(await tell(app, 'readAccount', { id })).toEqual({
      account: kept,
      hasIdse: true,
      doubtful: [],
    });
    expect(await tell(app, 'readAccount', { id: otherId })).toEqual({
      account: {},
      hasIdse: false,
      doubtful: [],
    });

    const words = await wordsInDatabase();
    expect(words).toContain(kept.email);
    for (const secret of Object.values(idse)) expect(words).not.toContain(secret);

    const wrong = { ...account, nss: '12345' };
    expect(await refusalOf(app, 'saveAccount', { id, account: wrong })).toBe('account_invalid');
    expect(await tell(app, 'readAccount', { id })).toEqual({
      account: kept,
      hasIdse: true,
      doubtful: [],
    });
    expect(
      (await tell(app, 'readAudit')).rows.filter(({ action }) => action === 'account'),
    ).toHaveLength(1);
  });

  test('stays when the files are brought again, and when the password changes', async () => {
    const { id } = await cardOf(app, first);
    await tell(app, 'importFiles', { ...filesOf(first), vaultPassword, keepFill: true });
    expect((await tell(app, 'readAccount', { id })).hasIdse).toBe(true);
    await tell(app, 'changeVaultPassword', { current: vaultPassword, next: 'otra más larga' });
    await tell(app, 'changeVaultPassword', { current: 'otra más larga', next: vaultPassword });
    expect((await tell(app, 'readAccount', { id })).account.nss).toBe('01654411378');
    expect((await tell(app, 'readAudit')).integrity).toBe('intact');
  });

  test('with a wrong digit is kept in the dialog all the same, which says that it is doubtful', async () => {
    const { id } = await cardOf(app, second);
    const screen = await openApp(stage.browser, 'certificados');
    const dialog = screen.locator('dialog[open]');
    const doubt = dialog.getByText(say('account_doubtful'));
    const open = async () => {
      await screen.getByRole('button', { name: say('account_action_which', second.rfc) }).click();
      await dialog.locator('button.primary[aria-disabled=false]').waitFor();
    };
    await open();
    await dialog.getByLabel(say('account_nss')).fill('0165 4411 370');
    await dialog.getByLabel(say('account_idse_user')).fill(idse.user);
    await dialog.getByLabel(say('account_idse_password'), { exact: true }).fill(idse.password);
    await dialog.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
    expect(await doubt.count()).toBe(0);
    await dialog.locator('button.primary').click();
    await dialog.getByText(say('account_saved')).waitFor();
    expect(await doubt.count()).toBe(1);
    const found = await tell(app, 'readAccount', { id });
    expect(found).toEqual({ account: { nss: '01654411370' }, hasIdse: true, doubtful: ['nss'] });
    expect(
      await dialog.getByLabel(say('account_idse_password'), { exact: true }).inputValue(),
    ).toBe('');

    await dialog.getByRole('button', { name: say('close'), exact: true }).click();
    await open();
    expect(await doubt.count()).toBe(1);
    await dialog.getByLabel(say('account_nss')).fill('0165 4411 378');
    await dialog.locator('button.primary').click();
    await dialog.getByText(say('account_saved')).waitFor();
    expect(await doubt.count()).toBe(0);
    expect(await tell(app, 'readAccount', { id })).toMatchObject({ hasIdse: true, doubtful: [] });
    await screen.close();
  });

  test('is forgotten when they say so', async () => {
    const { id } = await cardOf(app, first);
    await tell(app, 'saveAccount', { id, account: {}, idse: null, password: vaultPassword });
    expect(await tell(app, 'readAccount', { id })).toEqual({
      account: {},
      hasIdse: false,
      doubtful: [],
    });
  });
});
