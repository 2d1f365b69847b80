import type { FormFields } from '../portals/index.ts';

/** What is seen of a known form that has all its fields in a document. */
export interface FormFacts {
  /** Names its elements, their kind and how they are sent: what changes has another name. */
  formId: string;
  /** Every address that it can be sent to, resolved. */
  targets: string[];
  /** What is put in would become part of an address: a form, or a button of it, that asks for GET. */
  isInAddress: boolean;
  /** It does not say how it is sent, which is GET unless a script of the page sends it. */
  saysNoMethod: boolean;
  /** What it is sent to would come up in another window, or in another frame. */
  opensElsewhere: boolean;
  /** How many fields for a password, other than the known one, would be sent with it. */
  otherPasswords: number;
}

export interface FoundForm extends FormFacts {
  /** Its place in the list of known forms. */
  index: number;
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
  /** A button is here that leads from another way to enter to the one with an e.firma. */
  hasEfirmaButton: boolean;
}

export type FormInputs = { [Field in keyof FormFields]: HTMLInputElement };

/** Looks at a form once more; undefined where one of its fields is missing. */
export type LookAtForm = (
  fields: FormFields,
) => { inputs: FormInputs; facts: FormFacts } | undefined;

/**
 * What stays in our own world of a document as long as the document does, under
 * `Symbol.for('firma-lista.look')`: no element of a page can have a symbol for its name.
 */
export type OwnWorld = Record<symbol, { names: WeakMap<Element, string>; look: LookAtForm }>;

/**
 * Injected into every frame of the tab that the browser lets us see. Self-contained: only its
 * source travels. Methods and getters are those of the prototypes of our own world, where the page
 * cannot have replaced them: its elements hide those of the document, or of a form, by their names.
 */
export function inspectFrame(
  forms: readonly FormFields[],
  efirmaButtons: readonly string[],
): FrameFacts {
  const world = globalThis as unknown as OwnWorld;
  const key = Symbol.for('firma-lista.look');
  const names = world[key]?.names ?? new WeakMap<Element, string>();
  const nameOf = (element: Element | null): string => {
    if (!element) return '';
    const name = names.get(element) ?? crypto.getRandomValues(new Uint32Array(2)).join('-');
    names.set(element, name);
    return name;
  };
  const read = (prototype: object, property: string, from: object): unknown =>
    Object.getOwnPropertyDescriptor(prototype, property)?.get?.call(from);
  const all = <Found extends Element>(selector: string): Found[] => [
    ...(Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<Found>),
  ];
  const elementOf = (ids: readonly string[]): HTMLElement | undefined =>
    ids
      .map((id) => Document.prototype.getElementById.call(document, id))
      .find((element) => element !== null);

  const attributeOf = (element: Element, name: string): string | null =>
    Element.prototype.getAttribute.call(element, name);
  /** Not by `elements`: pictures that send the form are missing there. */
  const buttonsOf = (form: HTMLFormElement, attribute: string): HTMLButtonElement[] =>
    all<HTMLButtonElement>(`[${attribute}]`).filter((control) => control.form === form);
  const addressesOf = (form: HTMLFormElement): string[] => [
    read(HTMLFormElement.prototype, 'action', form) as string,
    ...buttonsOf(form, 'formaction').map(({ formAction }) => formAction),
  ];
  const hasMethod = (form: HTMLFormElement): boolean => attributeOf(form, 'method') !== null;
  const methodOf = ({ form }: HTMLInputElement): unknown =>
    form && hasMethod(form) && read(HTMLFormElement.prototype, 'method', form);
  const methodsOf = (form: HTMLFormElement): unknown[] => [
    ...(hasMethod(form) ? [read(HTMLFormElement.prototype, 'method', form)] : []),
    ...buttonsOf(form, 'formmethod').map(({ formMethod }) => formMethod),
  ];
  const windowsOf = (form: HTMLFormElement): string[] => {
    const own = [form, ...all('base[target]')].map((element) => attributeOf(element, 'target'));
    const first = own.find((target) => target !== null) ?? '';
    return [first, ...buttonsOf(form, 'formtarget').map(({ formTarget }) => formTarget)];
  };
  const stays: readonly string[] = ['', '_self', '_parent', '_top'];

  const look: LookAtForm = (fields) => {
    const asked = Object.entries(fields) as [keyof FormFields, readonly string[]][];
    const found = asked.flatMap(([field, ids]) => {
      const element = elementOf(ids);
      return element instanceof HTMLInputElement ? [[field, element] as const] : [];
    });
    if (found.length !== asked.length) return undefined;
    const inputs = Object.fromEntries(found) as unknown as FormInputs;
    const { password } = inputs;
    const each = found.map(([, input]) => input);
    const theirs = new Set(each.flatMap(({ form }) => form ?? []));
    // What has no name is not sent by a form: the page's own script takes it from there.
    const sent = [...theirs].filter((form) =>
      each.some((input) => input.form === form && input.name !== ''),
    );
    const others = all<HTMLInputElement>('input[type=password]').filter(
      (input) => input !== password && input.form === password.form && !input.matches(':disabled'),
    );
    return {
      inputs,
      facts: {
        formId: each
          .map((input) =>
            [nameOf(input), nameOf(input.form), input.type, methodOf(input)].join(' '),
          )
          .join(),
        targets: [...new Set([...theirs].flatMap((form) => addressesOf(form)))],
        isInAddress: sent.some((form) => methodsOf(form).includes('get')),
        saysNoMethod: !sent.every(hasMethod),
        opensElsewhere: [...theirs].some((form) =>
          windowsOf(form).some((target) => !stays.includes(target.toLowerCase())),
        ),
        otherPasswords: others.length,
      },
    };
  };
  world[key] = { names, look };

  const navigation = performance.getEntriesByType('navigation')[0];
  const isRead =
    read(Document.prototype, 'readyState', document) === 'complete' ||
    (navigation instanceof PerformanceNavigationTiming && navigation.domContentLoadedEventEnd > 0);
  return {
    origin: self.origin,
    path: location.pathname,
    ancestors: [...location.ancestorOrigins],
    fits: (isRead ? forms : []).flatMap((fields, index) => {
      const seen = look(fields);
      return seen ? [{ index, ...seen.facts }] : [];
    }),
    hasEfirmaButton: elementOf(efirmaButtons) !== undefined,
  };
}
