/** What is looked for in the page of a portal whose own protocol is spoken. */
export interface NativePageParts {
  /** Ids of its hidden form, and names or ids of fields of it: of each list the first counts. */
  form?: { id: string; challenge: readonly string[]; answers: readonly string[] };
  /** Where there is no such form, inputs that tell the sign-in page from any other. */
  inputs: readonly (readonly string[])[];
  /** Buttons that lead here from another way to enter. */
  efirmaButtons: readonly string[];
}

/** What a page says of itself, seen from our isolated world. */
export interface NativePage {
  origin: string;
  path: string;
  ancestors: string[];
  isSignIn: boolean;
  /** We listened before any script of the page: see `hush.ts`. */
  canHush: boolean;
  hasOtherWay: boolean;
  /** Where its hidden form is sent, resolved; none where there is no such form. */
  target?: string;
  method?: string;
  /** The value that its hidden form holds. */
  challenge?: string;
}

/**
 * Injected into the page itself. Self-contained: only its source travels. Methods and getters are
 * those of our own world's prototypes: what a page names like them hides them in no world of theirs.
 */
export function inspectNativePage({ form, inputs, efirmaButtons }: NativePageParts): NativePage {
  const byId = (id: string): HTMLElement | null =>
    Document.prototype.getElementById.call(document, id);
  const isInput = (ids: readonly string[]): boolean =>
    ids.some((id) => byId(id) instanceof HTMLInputElement);
  const place = {
    origin: self.origin,
    path: location.pathname,
    ancestors: [...location.ancestorOrigins],
    canHush: Symbol.for('firma-lista.hush') in globalThis,
    hasOtherWay: efirmaButtons.some((id) => byId(id) !== null),
  };
  if (!form) return { ...place, isSignIn: inputs.every((ids) => isInput(ids)) };

  const element = byId(form.id);
  if (!(element instanceof HTMLFormElement)) return { ...place, isSignIn: false };
  const own = (property: 'action' | 'method'): string =>
    Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, property)?.get?.call(
      element,
    ) as string;
  const fields = [
    ...(Document.prototype.querySelectorAll.call(
      document,
      'input',
    ) as NodeListOf<HTMLInputElement>),
  ].filter((input) => input.form === element);
  const fieldOf = (name: string): HTMLInputElement | undefined =>
    fields.find((input) => input.id === name || input.name === name);
  const challenge = form.challenge.map(fieldOf).find((input) => input !== undefined);
  const isSignIn = challenge !== undefined && form.answers.every((name) => fieldOf(name));
  return {
    ...place,
    isSignIn,
    target: own('action'),
    method: own('method'),
    ...(challenge && { challenge: challenge.value }),
  };
}
