/** What a person does with their hands on the screens of the extension and of the replica. */
import type { Page } from 'playwright-core';
import type { Launched } from './chromium.ts';
import { openPopup, type Popup } from './popup.ts';
import type { Route } from '../src/ui/app-url.ts';
import { say } from './say.ts';

export const pages = {
  bridge: 'https://serviciosdigitales.imss.gob.mx/replica/entrar',
  fill: 'https://buzon.imss.gob.mx/buzonimss/login',
} as const;

export interface Files {
  cerPath: string;
  keyPath: string;
  password: string;
}

/** What the screen says after files were brought, by what it shows and nothing else. */
export interface Outcome {
  kind: string;
  /** The id in small type when something is wrong. */
  cause?: string;
  rfc?: string;
  serialNumber?: string;
  notAfter?: string;
  certificateKind?: string;
  /** From the press of the button until the screen says how it went. */
  milliseconds?: number;
}

export async function openApp(
  { context, extensionId }: Pick<Launched, 'context' | 'extensionId'>,
  route: Route,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/app/index.html#/${route}`);
  await page.locator('main h1, main h2').first().waitFor();
  return page;
}

/** The first screen, which opens by itself after installing. */
export async function firstRun(browser: Launched, word = 'jacaranda'): Promise<void> {
  const app = await openApp(browser, 'bienvenida');
  await app.getByLabel(say('word_label')).fill(word);
  await app.getByRole('button', { name: say('welcome_save') }).click();
  await app.waitForURL(/#\/certificados$/);
  await app.close();
}

/** Brings files to the screen of certificates and presses one of its three buttons. */
export async function bring(
  app: Page,
  paths: readonly string[],
  password: string,
  action: 'save' | 'use' | 'review',
): Promise<Outcome> {
  await app.locator('input[type=file]').setInputFiles([...paths]);
  await app
    .locator('[data-field=file]')
    .nth(paths.length - 1)
    .waitFor();
  await app.getByLabel(say('password_key'), { exact: true }).fill(password);
  const start = performance.now();
  await app.locator(`[data-action=${action}]`).click();
  await app.locator('[data-outcome], main .failure').first().waitFor();
  const milliseconds = Math.round(performance.now() - start);
  return { ...(await readOutcome(app)), milliseconds };
}

export async function readOutcome(app: Page): Promise<Outcome> {
  const outcome = app.locator('[data-outcome]');
  const kind = (await outcome.count()) > 0 ? await outcome.getAttribute('data-outcome') : undefined;
  const shown = async (name: string): Promise<string | undefined> => {
    const field = app.locator(`[data-outcome] [data-field=${name}]`).first();
    return (await field.count()) > 0 ? (await field.innerText()).trim() : undefined;
  };
  const failure = app.locator('main .failure [data-field=cause]').first();
  const fields = {
    cause: (await failure.count()) > 0 ? await failure.innerText() : undefined,
    rfc: await shown('rfc'),
    serialNumber: await shown('serialNumber'),
    notAfter: await shown('notAfter'),
    certificateKind: await shown('kind'),
  };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { kind: kind ?? 'failed', ...Object.fromEntries(known) };
}

/** What the screen «No puedo ingresar» says, by what it shows and nothing else. */
export interface ShownDiagnosis {
  cause: string;
  certainty: string;
  /** Id of the repair of the main button; null when there is none. */
  repair: string | null;
}

/** Waits until all was looked at. Nothing is wrong: a cause and a certainty that are empty. */
export async function readDiagnosis(app: Page): Promise<ShownDiagnosis> {
  const verdict = app.locator('main [data-field=verdict][data-settled=true]');
  await verdict.waitFor();
  const cause = verdict.locator('[data-field=cause]').first();
  return {
    cause: (await cause.count()) > 0 ? (await cause.innerText()).trim() : '',
    certainty: (await verdict.getAttribute('data-certainty')) ?? '',
    repair: await verdict.getAttribute('data-repair'),
  };
}

/** Keeps an e.firma, on a screen of its own. */
export async function keep(browser: Launched, files: Files): Promise<Outcome> {
  const app = await openApp(browser, 'certificados');
  const outcome = await bring(app, [files.cerPath, files.keyPath], files.password, 'save');
  await app.close();
  return outcome;
}

/** The approval window that a page's request opens. */
export async function nextApproval({ context }: Launched, act: () => Promise<void>): Promise<Page> {
  const [window] = await Promise.all([
    context.waitForEvent('page', (page) => page.url().includes('/src/approval/')),
    act(),
  ]);
  await window.locator('form.approval').waitFor();
  return window;
}

/** Presses yes as soon as the window lets a person do so; says when (`performance.now()`). */
export async function approve(window: Page, password?: string): Promise<number> {
  if (password !== undefined) {
    await window.getByLabel(say('password_vault'), { exact: true }).fill(password);
  }
  const yes = window.locator('form.approval button.primary[aria-disabled=false]');
  await yes.waitFor();
  const pressedAt = performance.now();
  await yes.click();
  return pressedAt;
}

/** Presses «Entrar con mi firma» in the real popup over a page. */
export async function signInFromPopup(
  browser: Launched,
  page: Page,
  password?: string,
): Promise<Popup> {
  const popup = await openPopup(browser, page);
  await popup.waitFor("document.querySelector('form.approval')");
  if (password !== undefined) {
    await popup.click('form.approval input[type=password]');
    await popup.type(password);
  }
  await popup.click('form.approval button.primary[aria-disabled=false]');
  return popup;
}

/** Opens Buzón's login and lets the real popup fill its form; the popup then says that it is done. */
export async function fillFromPopup(
  browser: Launched,
  page: Page,
  password: string,
): Promise<Popup> {
  await page.goto(pages.fill);
  await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
  const popup = await signInFromPopup(browser, page, password);
  await popup.waitFor("document.querySelector('.done')");
  return popup;
}

/** How many rows of an action the history shows. */
export async function countHistory(browser: Launched, action: string): Promise<number> {
  const app = await openApp(browser, 'historial');
  await app.locator('[data-field=audit-entry], [data-field=audit-empty]').first().waitFor();
  const count = await app.locator(`[data-field=audit-entry][data-action=${action}]`).count();
  await app.close();
  return count;
}

/** The widget's own button, which only the person presses. */
export async function pressValidate(page: Page): Promise<void> {
  await page.frameLocator('#formFirmaDigital').locator('#botonValidarCert:enabled').click();
}

/** What the replica's page says in the end. */
export async function resultOf(page: Page): Promise<string> {
  const result = page.locator('#resultado');
  await result.filter({ hasText: /\S/ }).filter({ hasNotText: 'Esperando' }).waitFor();
  return await result.innerText();
}
