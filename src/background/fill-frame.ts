import type { FormFields } from '../portals/index.ts';

export interface FillArguments {
  fields: FormFields;
  origin: string;
  path: string;
  ancestors: readonly string[];
  /** base64 */
  certificate: { name: string; bytes: string };
  /** base64 */
  privateKey: { name: string; bytes: string };
  password: string;
  rfc: string;
}

/** `filled`, or why not. */
export type FillOutcome = ReturnType<typeof fillFrame> | 'fill_uncertain';

/**
 * Injected into the one document that was approved. Self-contained: only its source travels. It
 * looks at everything again just before it puts anything in, and never sends the form.
 * @returns what happened; the password was put in only when `filled`
 */
export function fillFrame(
  args: FillArguments,
):
  | 'filled'
  | 'form_not_found'
  | 'stranger_in_frames'
  | 'form_goes_elsewhere'
  | 'form_rejected_files' {
  const { fields, origin, path, ancestors } = args;
  const ancestorOrigins = [...location.ancestorOrigins];
  const isHome =
    self.origin === origin &&
    location.protocol === 'https:' &&
    (location.pathname === path || location.pathname.startsWith(`${path}/`)) &&
    ancestorOrigins.length > 0 &&
    ancestorOrigins.every((ancestor) => ancestors.includes(ancestor));
  if (!isHome) return 'stranger_in_frames';

  const inputOf = (ids: readonly string[]): HTMLInputElement | undefined =>
    ids
      .map((id) => document.getElementById(id))
      .find((element) => element instanceof HTMLInputElement);
  const certificate = inputOf(fields.certificate);
  const privateKey = inputOf(fields.privateKey);
  const password = inputOf(fields.password);
  const rfc = inputOf(fields.rfc);
  if (!certificate || !privateKey || !password || !rfc) return 'form_not_found';

  const action = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'action');
  const goesElsewhere = [certificate, privateKey, password, rfc].some(({ form }) => {
    if (!form) return false;
    const overrides = [...document.querySelectorAll<HTMLButtonElement>('[formaction]')]
      .filter((control) => control.form === form)
      .map((control) => control.formAction);
    const targets = [action?.get?.call(form) as string, ...overrides];
    return targets.some((target) => !URL.canParse(target) || new URL(target).origin !== origin);
  });
  if (goesElsewhere) return 'form_goes_elsewhere';

  const announce = (input: HTMLInputElement): void => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const putFile = (input: HTMLInputElement, file: { name: string; bytes: string }): void => {
    const bytes = Uint8Array.from(atob(file.bytes), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], file.name, { type: 'application/octet-stream' }));
    input.files = transfer.files;
    announce(input);
  };
  const putText = (input: HTMLInputElement, text: string): void => {
    input.value = text;
    announce(input);
  };
  putText(rfc, args.rfc);
  putFile(certificate, args.certificate);
  putFile(privateKey, args.privateKey);
  if (certificate.files?.length !== 1 || privateKey.files?.length !== 1) {
    return 'form_rejected_files';
  }
  putText(password, args.password);
  return 'filled';
}
