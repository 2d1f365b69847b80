import { FirmaError } from '../errors.ts';
import { isUnderAny } from '../portals/forms/is-under-any.ts';
import type { FillForm } from '../portals/index.ts';
import type { FoundForm, FrameFacts } from './inspect-frame.ts';

export interface InspectedFrame extends FrameFacts {
  documentId: string;
  frameId: number;
}

export interface JudgedForm {
  frame: InspectedFrame;
  form: FillForm;
  fit: FoundForm;
}

/**
 * The one document that may be given a private key: its own origin and every ancestor are on the
 * portal's exact list, its form stays at its own origin and in its own window, does not ask to be put
 * into an address, and asks for one password.
 * @throws FirmaError `form_not_found`, `stranger_in_frames`, `form_goes_elsewhere`,
 * `form_in_address`, `form_opens_elsewhere`, `form_changed`
 */
export function judgeFrames(
  frames: readonly InspectedFrame[],
  forms: readonly FillForm[],
): JudgedForm {
  const [found] = forms.flatMap((form, index) =>
    frames
      .filter(({ origin, path }) => origin === form.origin && isUnderAny(path, form.paths))
      .flatMap((frame) =>
        frame.fits.filter((fit) => fit.index === index).map((fit) => ({ frame, form, fit })),
      ),
  );
  if (!found) throw new FirmaError('form_not_found');
  const { frame, form, fit } = found;
  const isHome =
    form.ancestors.length === 0
      ? frame.ancestors.length === 0
      : frame.ancestors.length > 0 &&
        frame.ancestors.every((origin) => form.ancestors.some((known) => known === origin));
  if (!isHome) throw new FirmaError('stranger_in_frames');
  const staysHome = fit.targets.every(
    (target) => URL.canParse(target) && new URL(target).origin === form.origin,
  );
  if (!staysHome) throw new FirmaError('form_goes_elsewhere');
  if (fit.isInAddress) throw new FirmaError('form_in_address');
  if (fit.opensElsewhere) throw new FirmaError('form_opens_elsewhere');
  if (fit.otherPasswords > 0) throw new FirmaError('form_changed');
  return found;
}
