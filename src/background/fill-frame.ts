import type { FillErrorCode } from '../errors.ts';
import type { FillResult } from '../messages.ts';
import type { FillForm } from '../portals/index.ts';
import type { OwnWorld } from './inspect-frame.ts';

export interface FillArguments extends Pick<
  FillForm,
  'fields' | 'origin' | 'paths' | 'ancestors' | 'submit'
> {
  /** Of the plan that was approved: see `inspect-frame.ts`. */
  formId: string;
  /** base64 */
  certificate: { name: string; bytes: string };
  /** base64 */
  privateKey: { name: string; bytes: string };
  password: string;
  rfc: string;
  user: string;
  /** CSS selectors of what shows an error. */
  errorNodes: readonly string[];
  /** The person switched on that the form is sent for them. */
  submits: boolean;
}

export interface FillOutcome {
  code: 'filled' | FillErrorCode;
  /** Files were put in, although they may have been taken out again. */
  handedOver: boolean;
  page?: FillResult['page'];
  /** The page's own words, raw. */
  says?: string;
}

/**
 * Injected into the one document that was approved. Self-contained: only its source travels. It
 * looks at everything again just before it puts anything in, before the password, and before it
 * sends the form, which it does only when told to.
 * @returns what happened; the password stays in only when `filled`
 */
export async function fillFrame(args: FillArguments): Promise<FillOutcome> {
  const { fields, origin, paths, ancestors } = args;
  /** Milliseconds: for the page to take the files; without a sign; for its answer; to be sure of it. */
  const [takesWithin, quietFor, answersWithin, staysFor] = [5_000, 1_500, 3_000, 400];

  /** What looked at this document for the plan looks again; a document without it is another one. */
  const look = (globalThis as unknown as OwnWorld)[Symbol.for('firma-lista.look')]?.look;
  const inputs = look?.(fields)?.inputs;
  if (!look || !inputs) return { code: 'form_not_found', handedOver: false };
  const { password, certificate, privateKey, rfc, user } = inputs;
  const isWritable = (input: HTMLInputElement): boolean =>
    !input.matches(':disabled') && !input.readOnly;

  const whyNot = (): FillErrorCode | undefined => {
    const around = [...location.ancestorOrigins];
    const isHome =
      self.origin === origin &&
      location.protocol === 'https:' &&
      paths.some((path) => path === '/' || `${location.pathname}/`.startsWith(`${path}/`)) &&
      (ancestors.length === 0
        ? around.length === 0
        : around.length > 0 && around.every((one) => ancestors.some((known) => known === one)));
    if (!isHome) return 'stranger_in_frames';
    const now = look(fields)?.facts;
    if (!now) return 'form_not_found';
    const goesElsewhere = now.targets.some(
      (target) => !URL.canParse(target) || new URL(target).origin !== origin,
    );
    if (goesElsewhere) return 'form_goes_elsewhere';
    if (now.isInAddress) return 'form_in_address';
    if (now.opensElsewhere) return 'form_opens_elsewhere';
    if (now.otherPasswords > 0) return 'form_changed';
    return now.formId === args.formId ? undefined : 'page_changed';
  };

  const before = whyNot();
  if (before) return { code: before, handedOver: false };

  const announce = (input: HTMLInputElement): void => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // The setters of our own world: one that the page gave its element is not seen here.
  const putText = (input: HTMLInputElement | undefined, text: string): void => {
    if (!input || !isWritable(input)) return;
    input.value = text;
    announce(input);
  };
  const putFile = (input: HTMLInputElement, file: { name: string; bytes: string }): void => {
    const bytes = Uint8Array.from(atob(file.bytes), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], file.name, { type: 'application/octet-stream' }));
    input.files = transfer.files;
    announce(input);
  };
  const takeOut = (): void => {
    for (const input of [password, certificate, privateKey]) input.value = '';
  };
  const keepsFiles = (): boolean =>
    certificate.files?.length === 1 && privateKey.files?.length === 1;
  const readyButton = (): HTMLElement | undefined => {
    const button = args.submit
      .map((id) => Document.prototype.getElementById.call(document, id))
      .find((element) => element !== null);
    const isReady =
      (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) &&
      !button.matches(':disabled, [aria-disabled=true]') &&
      button.checkVisibility({ visibilityProperty: true });
    return isReady ? button : undefined;
  };
  let readySince = Number.POSITIVE_INFINITY;
  const staysReady = (): boolean => {
    readySince = readyButton() ? Math.min(readySince, performance.now()) : Number.POSITIVE_INFINITY;
    return performance.now() - readySince > staysFor;
  };
  // A form is no error: what is in it could hide what we ask of it.
  const errors = (): string[] =>
    args.errorNodes
      .flatMap((selector) => [...Document.prototype.querySelectorAll.call(document, selector)])
      .flatMap((node) =>
        node instanceof HTMLElement && !(node instanceof HTMLFormElement) ? [node] : [],
      )
      .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((node) => node.innerText.trim())
      .filter((text) => text !== '');
  /** Gives up after so many milliseconds. */
  const until = async (isSo: () => boolean, within: number): Promise<void> => {
    const end = performance.now() + within;
    while (!isSo() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const oldErrors = errors();
  const newError = (): string | undefined => errors().find((text) => !oldErrors.includes(text));
  const refused = (says: string): FillOutcome => ({
    code: 'form_rejected_files',
    handedOver: true,
    ...(says && { says }),
  });

  putText(rfc, args.rfc);
  putText(user, args.user);
  putFile(certificate, args.certificate);
  putFile(privateKey, args.privateKey);

  let quietSince = performance.now();
  const observer = new MutationObserver(() => (quietSince = performance.now()));
  observer.observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  let wasShut = false;
  await until(() => {
    wasShut ||= !readyButton();
    const isQuiet = performance.now() - quietSince > quietFor;
    return !keepsFiles() || (wasShut && staysReady()) || isQuiet;
  }, takesWithin);
  observer.disconnect();
  if (!keepsFiles() || !isWritable(password)) return refused(newError() ?? '');
  if (whyNot()) {
    takeOut();
    return { code: 'form_changed', handedOver: true };
  }

  putText(password, args.password);
  await until(() => newError() !== undefined || !keepsFiles() || staysReady(), answersWithin);
  const after = whyNot() ? 'form_changed' : keepsFiles() ? undefined : 'form_rejected_files';
  if (after) {
    takeOut();
    return { code: after, handedOver: true };
  }
  const says = newError();
  if (says !== undefined) return { code: 'filled', handedOver: true, page: 'refused', says };
  const button = readyButton();
  if (!button) return { code: 'filled', handedOver: true, page: 'silent' };
  // Whether a script of the page sends what would else be an address is for the person to try.
  const isSure = look(fields)?.facts.saysNoMethod === false;
  if (!args.submits || !isSure) return { code: 'filled', handedOver: true, page: 'ready' };
  button.click();
  return { code: 'filled', handedOver: true, page: 'sent' };
}
