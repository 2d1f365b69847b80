import type { FormFields } from '../portals/index.ts';

/** A known form that has all its fields in a document. */
export interface FoundForm {
  /** Its place in the list of known forms. */
  index: number;
  /** Names its elements: another element in the place of one of them has another name. */
  formId: string;
  /** How many fields for a password, other than the known one, would be sent with it. */
  otherPasswords: number;
}

/** What a frame says of itself, seen from our isolated world. */
export interface FrameFacts {
  /** `null` for a sandboxed frame. */
  origin: string;
  path: string;
  /** From the parent up to the page in the tab. */
  ancestors: string[];
  /** None while the document is still being read: its scripts would miss what is put in. */
  fits: FoundForm[];
  /** Every address that a form of these can be sent to, resolved. */
  targets: string[];
  /** A button is here that leads from another way to enter to the one with an e.firma. */
  hasEfirmaButton: boolean;
}

/**
 * Injected into every frame of the tab that the browser lets us see. Self-contained: only its
 * source travels. The getters come from our own world, where the page cannot have replaced them.
 */
export function inspectFrame(
  forms: readonly FormFields[],
  efirmaButtons: readonly string[],
): FrameFacts {
  // Stays in our own world of this document as long as the document does.
  const world = globalThis as { firmaListaNames?: WeakMap<Element, string> };
  const names = (world.firmaListaNames ??= new WeakMap<Element, string>());
  const nameOf = (element: Element | null): string => {
    if (!element) return '';
    const name = names.get(element) ?? crypto.getRandomValues(new Uint32Array(2)).join('-');
    names.set(element, name);
    return name;
  };
  const elementOf = (ids: readonly string[]): HTMLElement | undefined =>
    ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  const isInput = (element: unknown): element is HTMLInputElement =>
    element instanceof HTMLInputElement;
  const navigation = performance.getEntriesByType('navigation')[0];
  const isRead =
    document.readyState === 'complete' ||
    (navigation instanceof PerformanceNavigationTiming && navigation.domContentLoadedEventEnd > 0);
  const found = (isRead ? forms : []).flatMap((fields, index) => {
    const lists = [
      fields.password,
      fields.certificate,
      fields.privateKey,
      fields.rfc,
      fields.user,
    ].filter((ids) => ids !== undefined);
    const inputs = lists.map((ids) => elementOf(ids)).filter(isInput);
    const [password] = inputs;
    if (!password || inputs.length !== lists.length) return [];
    const others = [...document.querySelectorAll<HTMLInputElement>('input[type=password]')].filter(
      (input) => input !== password && input.form === password.form && !input.matches(':disabled'),
    );
    return [{ index, inputs, otherPasswords: others.length }];
  });
  const targets = found
    .flatMap(({ inputs }) => inputs)
    .flatMap(({ form }) => {
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
    fits: found.map(({ index, inputs, otherPasswords }) => ({
      index,
      formId: inputs.map((input) => `${nameOf(input)} ${nameOf(input.form)}`).join(' '),
      otherPasswords,
    })),
    targets: [...new Set(targets)],
    hasEfirmaButton: elementOf(efirmaButtons) !== undefined,
  };
}
