/** The repairs of the e.firma: choosing another one, bringing the files again, and the guides. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bring, openApp, readDiagnosis } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { CredentialRecord } from '../../src/vault/format.ts';
import { assertFocusIsSeen, screenOf, tabTo, waitForFocus } from './keyboard.ts';
import { tell } from './tell.ts';
import { cardOf, keepTwo, vaultPassword, type TwoKept } from './two-kept.ts';
import { holdAt } from './vault-hold.ts';
import { lockNow, rewrite } from './vault-inside.ts';
import { signInByBridge } from './vault-screens.ts';

let kept: TwoKept;
let app: Page;

beforeAll(async () => {
  kept = await keepTwo();
});
afterAll(() => kept.stage.close());

/** Tells what the portal said, with no portal known, and opens the first button by keyboard. */
async function openGuide(message: string, repair: RepairId): Promise<void> {
  app = await openApp(kept.stage.browser, 'no-puedo-ingresar');
  await app.getByLabel(say('question_text'), { exact: true }).fill(message);
  await app.getByRole('button', { name: say('question_submit') }).click();
  await readDiagnosis(app);
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair h2');
  await assertFocusIsSeen(screen);
  expect(await app.locator('[data-field=repair]').getAttribute('data-repair')).toBe(repair);
}

const wrongPair = 'Llave privada no corresponde a certificado';
const anotherKind = 'El certificado utilizado es de tipo FIEL No es un CSD';

/** Whose e.firma the popup would sign in with. */
async function chosenInPopup(): Promise<string> {
  const popup = await openPopup(kept.stage.browser, app);
  await popup.waitFor("document.querySelector('[data-field=rfc]') !== null");
  const rfc = await popup.evaluate("document.querySelector('[data-field=rfc]').textContent.trim()");
  await popup.close();
  return String(rfc);
}

describe('choosing another e.firma', () => {
  const active = () => app.locator('[data-field=efirmas] [data-active=true]');

  test('the other one is in use from then on, and the one before comes back', async () => {
    const { first, second } = kept;
    await openGuide(anotherKind, 'choose-certificate');
    expect(await active().getAttribute('data-rfc')).toBe(second.rfc);
    const screen = screenOf(app);
    await tabTo(screen, '[data-action=use-efirma]');
    await screen.press('Enter');
    await waitForFocus(screen, '.done');
    await expect.poll(() => active().getAttribute('data-rfc')).toBe(first.rfc);
    expect(await chosenInPopup()).toBe(first.rfc);
    await app.bringToFront();
    await tabTo(screen, '[data-action=restore-efirma]');
    await screen.press('Enter');
    await expect.poll(() => active().getAttribute('data-rfc')).toBe(second.rfc);
    expect(await chosenInPopup()).toBe(second.rfc);
    await app.close();
  });

  test('one that is gone by now is refused in words, and nothing changes', async () => {
    await openGuide(anotherKind, 'choose-certificate');
    const id = 'no-such-record';
    await expect(tell(app, 'chooseCredential', { id })).rejects.toThrow('credential_not_found');
    expect(await active().getAttribute('data-rfc')).toBe(kept.second.rfc);
    await app.close();
  });
});

describe('bringing the files again', () => {
  beforeEach(() => openGuide(wrongPair, 'reinstall-certificate'));

  const proof = () => app.locator('[data-field=proof] [data-field=trial]');

  /** Signs with what is kept of the first e.firma; the code where it cannot. */
  async function trial(): Promise<string> {
    await tell(app, 'unlock', { password: vaultPassword });
    const { id } = await cardOf(app, kept.first);
    return await tell(app, 'tryCredential', { id }).then(
      ({ steps }) => steps.find((step) => step.id === 'signature')?.status ?? '',
      (error: unknown) => String(error),
    );
  }

  async function bringBack(): Promise<void> {
    const { cerPath, keyPath, password } = kept.first;
    await bring(app, [cerPath, keyPath], password, 'save');
    if ((await app.locator('[data-outcome]').count()) > 0) return;
    await app.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
    await app.locator('[data-action=save]').click();
    await app.locator('[data-outcome=updated]').waitFor();
  }

  test('a wrong pair is not kept: what was there signs as before', async () => {
    const { first, second } = kept;
    const outcome = await bring(app, [first.cerPath, second.keyPath], second.password, 'save');
    expect(outcome).toMatchObject({ kind: 'rejected', cause: 'key.mismatch' });
    expect(await proof().count()).toBe(0);
    expect(await trial()).toBe('pass');
    await app.close();
  });

  test('a wrong password keeps nothing either', async () => {
    const { first } = kept;
    const outcome = await bring(app, [first.cerPath, first.keyPath], 'otra', 'save');
    expect(outcome).toMatchObject({ kind: 'rejected', cause: 'pwd.wrong' });
    expect(await trial()).toBe('pass');
    await app.close();
  });

  test('a damaged copy is replaced, a signature proves it, and it signs in', async () => {
    const { browser } = kept.stage;
    await rewrite(
      browser,
      'credentials',
      (records: CredentialRecord[], rfc) => {
        const sealed = records.find((record) => record.rfc === rfc)?.parts.sign.secret;
        sealed?.ciphertext.set([(sealed.ciphertext[100] ?? 0) ^ 1], 100);
      },
      kept.first.rfc,
    );
    await lockNow(browser);
    expect(await trial()).toContain('record_damaged');
    await bringBack();
    await proof().waitFor();
    expect(await proof().locator('[data-step=signature]').getAttribute('data-status')).toBe('pass');
    expect(await trial()).toBe('pass');
    const { rfc } = kept.first;
    expect(await signInByBridge(browser, { rfc })).toContain(rfc);
    await app.close();
  });

  test('a worker that dies before it is written leaves what was there', async () => {
    const { browser } = kept.stage;
    const { cerPath, keyPath, password } = kept.first;
    await bring(app, [cerPath, keyPath], password, 'save');
    await app.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
    const kill = await holdAt(browser, 'between two writes of one transaction');
    await app.locator('[data-action=save]').click();
    await kill();
    await app.locator('.failure').first().waitFor();
    expect(await proof().count()).toBe(0);
    expect(await trial()).toBe('pass');
    await app.close();
  });
});

describe('guides, with no portal known', () => {
  test.each<[string, RepairId]>([
    ['El certificado utilizado no tiene un rol autorizado', 'ask-for-access'],
    ['Sesión inválida: No se encontró el Número de Registro IMSS en el Token', 'ask-for-access'],
    ['El RFC ingresado no pertenece al usuario IMSS a firmar', 'match-details'],
    ['La CURP ingresada no es correcta, por favor verifica', 'match-details'],
    ['No se puede acceder al aplicativo porque su E.FIRMA está revocada', 'replace-certificate'],
  ])('«%s» opens by key, and no page opens by itself', async (message, repair) => {
    const { context } = kept.stage.browser;
    await openGuide(message, repair);
    const before = context.pages().length;
    const links = await app
      .locator('[data-field=repair] a[target=_blank]')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).host));
    expect(links.filter((host) => !/\.(?:imss|sat)\.gob\.mx$/.test(host))).toEqual([]);
    expect(await app.locator('[data-field=steps] > li').count()).toBeGreaterThan(1);
    expect(context.pages()).toHaveLength(before);
    await app.close();
  });
});
