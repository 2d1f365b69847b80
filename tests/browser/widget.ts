/** The form of the widget, as somebody sees it who looks into its frame. */
import { createPrivateKey } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';
import type { Popup } from '../../scripts/popup.ts';
import { until } from '../../scripts/worker.ts';
import type { Credential } from '../pki/index.ts';
import { Search } from './search-bytes.ts';

export const widgetUrl = 'https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn';

/** What the fields hold: texts, and files as names and base64. */
export type Fields = Record<string, string | string[]>;

export const emptyFields: Fields = {
  inputRFC: '',
  inputCertificado: [],
  inputKey: [],
  inputPassword: '',
};

/** The frame below the page that shows the address, once its form is there. */
export async function frameAt(page: Page, url = widgetUrl): Promise<Frame> {
  const frame = await until(`A frame at ${url}`, () =>
    page.frames().find((other) => other !== page.mainFrame() && other.url() === url),
  );
  await frame.locator('#inputPassword').waitFor();
  await frame.waitForLoadState();
  return frame;
}

export async function fieldsOf(frame: Frame): Promise<Fields> {
  return await frame.evaluate(async (ids) => {
    const base64 = async (file: File): Promise<string> =>
      btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));
    const entries = ids.map(async (id) => {
      const input = document.getElementById(id) as HTMLInputElement | null;
      const files = await Promise.all(
        [...(input?.files ?? [])].map(async (file) => `${file.name}: ${await base64(file)}`),
      );
      return [id, input?.type === 'file' ? files : (input?.value ?? '')] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }, Object.keys(emptyFields));
}

/** Everything with these fields, in any frame of the page, is empty. */
export async function everythingIsEmpty(page: Page): Promise<boolean> {
  const inputs = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          [
            ...document.querySelectorAll('input:not([type=hidden], [type=image], [type=button])'),
          ].every((input) => (input as HTMLInputElement).value === ''),
        ),
      ),
  );
  return inputs.every(Boolean);
}

/** A search for what must never get out: the password, the .key, and what is inside the .key. */
export function secretsOf({ password, readPrivateKey, readCertificate }: Credential): Search {
  const der = Buffer.from(readPrivateKey());
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: password });
  const { d = '', p = '', q = '' } = key.export({ format: 'jwk' });
  const needles = [
    { name: 'password', bytes: Buffer.from(password) },
    // Without its head, which says the same in every .key.
    { name: '.key', bytes: der.subarray(128) },
    ...Object.entries({ d, p, q }).map(([name, number]) => ({
      name,
      bytes: Buffer.from(number, 'base64url'),
    })),
  ];
  return new Search(needles, [readCertificate()]);
}

/** The names of the secrets that are in there, in whatever form. */
export function found(search: Search, bytes: Uint8Array): string[] {
  return [...new Set(search.in(bytes, '').map(({ needle }) => needle))];
}

/** Waits until the popup over a portal has looked at its form, and would listen. */
export async function popupIsArmed(popup: Popup): Promise<void> {
  await popup.waitFor(
    "document.querySelector('form.approval button.primary[aria-disabled=false]') !== null",
  );
}

/** Types the password into the popup and presses its button. */
export async function approveInPopup(popup: Popup, password: string): Promise<void> {
  await popup.click('form.approval input[type=password]');
  await popup.evaluate("document.querySelector('form.approval input[type=password]').select()");
  await popup.type(password);
  await popup.click('form.approval button.primary[aria-disabled=false]');
}

/** Waits for the sentence that takes the focus when something went wrong; gives the id below it. */
export async function causeInPopup(popup: Popup): Promise<string> {
  return await popup.waitFor<string>(
    "document.activeElement?.closest('.failure')?.querySelector('[data-field=cause]')?.textContent",
    20_000,
  );
}
