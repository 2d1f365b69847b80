import type { Hush } from '../../bridge/watch/hush.ts';

export interface TokenArguments {
  origin: string;
  path: string;
  form: string;
  /** Names or ids of the field that holds the value: the first that is there. */
  challengeFields: readonly string[];
  /** What was signed: must be there still. */
  challenge: string;
  /** Name or id of a field → what is put into it. */
  answers: Readonly<Record<string, string>>;
}

/**
 * Injected into the one document that was approved. Self-contained: only its source travels. It
 * looks at everything again, and sends a copy of the hidden form with the answers in it, without the
 * event that scripts of the page could stop. The closed tree of the copy keeps it from what records
 * the page and its forms; who asks the browser for every navigation of the page does not hear of this
 * one, where we listened first. Files and passwords that somebody put into the form are left out.
 */
export function sendToken(
  args: TokenArguments,
): 'sent' | 'stranger_in_frames' | 'form_not_found' | 'form_goes_elsewhere' | 'page_changed' {
  const { origin, path, answers } = args;
  const isHome =
    self.origin === origin &&
    location.protocol === 'https:' &&
    (location.pathname === path || location.pathname.startsWith(`${path}/`)) &&
    location.ancestorOrigins.length === 0;
  if (!isHome) return 'stranger_in_frames';

  const form = Document.prototype.getElementById.call(document, args.form);
  if (!(form instanceof HTMLFormElement)) return 'form_not_found';
  const fields = [
    ...(Document.prototype.querySelectorAll.call(
      document,
      'input',
    ) as NodeListOf<HTMLInputElement>),
  ].filter((input) => input.form === form);
  const fieldOf = (name: string): HTMLInputElement | undefined =>
    fields.find((input) => input.id === name || input.name === name);
  const challenge = args.challengeFields.map(fieldOf).find((input) => input !== undefined);
  if (!challenge || !Object.keys(answers).every(fieldOf)) return 'form_not_found';
  if (challenge.value !== args.challenge) return 'page_changed';

  const own = (property: 'action' | 'method'): string =>
    Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, property)?.get?.call(form) as string;
  const target = own('action');
  const staysHome = URL.canParse(target) && new URL(target).origin === origin;
  if (!staysHome || own('method') !== 'post') return 'form_goes_elsewhere';

  const given = new Map(Object.entries(answers).map(([name, value]) => [fieldOf(name), value]));
  const valueOf = (input: HTMLInputElement): string =>
    given.get(input) ?? (['password', 'file'].includes(input.type) ? '' : input.value);
  const isSent = (input: HTMLInputElement): boolean =>
    input.name !== '' &&
    !input.matches(':disabled') &&
    (['checkbox', 'radio'].includes(input.type)
      ? input.checked
      : !['submit', 'image', 'button', 'reset'].includes(input.type));
  // What a page names `createElement` hides that of its document from us too.
  const make = (name: 'div' | 'form' | 'input'): HTMLElement =>
    Document.prototype.createElement.call(document, name);
  const copy = make('form');
  copy.setAttribute('method', 'post');
  copy.setAttribute('action', target);
  copy.setAttribute('target', '_self');
  for (const field of fields.filter(isSent)) {
    const input = make('input');
    input.setAttribute('type', 'hidden');
    input.setAttribute('name', field.name);
    input.setAttribute('value', valueOf(field));
    copy.append(input);
  }
  const host = make('div');
  host.hidden = true;
  host.attachShadow({ mode: 'closed' }).append(copy);
  Document.prototype.querySelector.call(document, 'body')?.append(host);
  const world = globalThis as unknown as Record<symbol, Hush | undefined>;
  for (const value of Object.values(answers)) world[Symbol.for('firma-lista.hush')]?.(value);
  HTMLFormElement.prototype.submit.call(copy);
  return 'sent';
}
