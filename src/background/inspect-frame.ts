import type { FormFields } from '../portals/index.ts';

/** What a frame says of itself, seen from our isolated world. */
export interface FrameFacts {
  /** `null` for a sandboxed frame. */
  origin: string;
  path: string;
  /** From the parent up to the page in the tab. */
  ancestors: string[];
  /** All fields of the form are there. */
  hasFields: boolean;
  /** Every address that the form can be sent to, resolved. */
  targets: string[];
}

/**
 * Injected into every frame of the tab that the browser lets us see. Self-contained: only its
 * source travels. The getters come from our own world, where the page cannot have replaced them.
 */
export function inspectFrame(fields: FormFields): FrameFacts {
  const elementOf = (ids: readonly string[]): HTMLElement | undefined =>
    ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  const inputs = [fields.certificate, fields.privateKey, fields.password, fields.rfc].map((ids) =>
    elementOf(ids),
  );
  const hasFields = inputs.every((input) => input instanceof HTMLInputElement);
  const targets = inputs.flatMap((input) => {
    const form = input instanceof HTMLInputElement ? input.form : null;
    if (!form) return [];
    // A field named "action" hides the property of the form, the prototype's getter does not lie.
    const action = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'action');
    // Not by `elements`: pictures that send the form are missing there.
    const overrides = [...document.querySelectorAll<HTMLButtonElement>('[formaction]')]
      .filter((control) => control.form === form)
      .map((control) => control.formAction);
    return [action?.get?.call(form) as string, ...overrides];
  });
  return {
    origin: self.origin,
    path: location.pathname,
    ancestors: [...location.ancestorOrigins],
    hasFields,
    targets: [...new Set(targets)],
  };
}
