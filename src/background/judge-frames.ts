import { FirmaError } from '../errors.ts';
import type { FillForm } from '../portals/index.ts';
import type { FrameFacts } from './inspect-frame.ts';

export interface InspectedFrame extends FrameFacts {
  documentId: string;
}

/**
 * The one frame that may be given a private key: its own origin and every ancestor are on the
 * portal's exact list, and its form stays at its own origin.
 * @throws FirmaError `form_not_found`, `stranger_in_frames`, `form_goes_elsewhere`
 */
export function judgeFrames(frames: readonly InspectedFrame[], form: FillForm): InspectedFrame {
  const frame = frames.find(
    ({ origin, path, hasFields }) =>
      origin === form.origin &&
      (path === form.path || path.startsWith(`${form.path}/`)) &&
      hasFields,
  );
  if (!frame) throw new FirmaError('form_not_found');
  const { ancestors, targets } = frame;
  if (ancestors.length === 0 || !ancestors.every((origin) => form.ancestors.includes(origin))) {
    throw new FirmaError('stranger_in_frames');
  }
  const staysHome = targets.every(
    (target) => URL.canParse(target) && new URL(target).origin === form.origin,
  );
  if (!staysHome) throw new FirmaError('form_goes_elsewhere');
  return frame;
}
