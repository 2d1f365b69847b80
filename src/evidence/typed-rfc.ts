import type { KnownPortal } from '../portals/index.ts';
import { runInFrames } from './run-in-page.ts';

/** A known form that asks for an RFC. */
interface RfcForm {
  origin: string;
  paths: string[];
  ids: string[];
}

/**
 * Whether the RFC in the portal's form is this one. It is compared in the page, in our own world, and
 * what is written there never leaves it; undefined when there is no whole RFC in the form.
 */
export async function compareTypedRfc(
  tabId: number,
  { forms }: KnownPortal,
  rfc: string,
): Promise<'same' | 'differs' | undefined> {
  const asking = forms.flatMap(({ origin, paths, fields }): RfcForm[] =>
    fields.rfc ? [{ origin, paths: [...paths], ids: [...fields.rfc] }] : [],
  );
  if (asking.length === 0) return undefined;
  const answers = await runInFrames(tabId, compareRfc, [asking, rfc]);
  return answers.find((answer) => answer === 'differs') ?? answers[0];
}

/** Injected into every frame that the browser lets us see. Self-contained: only its source travels. */
function compareRfc(forms: readonly RfcForm[], rfc: string): 'same' | 'differs' | undefined {
  const form = forms.find(
    ({ origin, paths }) =>
      self.origin === origin &&
      paths.some((path) => path === '/' || `${location.pathname}/`.startsWith(`${path}/`)),
  );
  const field = form?.ids
    .map((id) => Document.prototype.getElementById.call(document, id))
    .find((element) => element !== null);
  if (!(field instanceof HTMLInputElement)) return undefined;
  const typed = field.value.replaceAll(/[\s-]/g, '').toUpperCase();
  // Somebody who is still typing has written none that differs.
  if (!/^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/.test(typed)) return undefined;
  return typed === rfc.toUpperCase() ? 'same' : 'differs';
}
