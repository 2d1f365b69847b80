import { isUnderAny } from '../forms/is-under-any.ts';
import { portals, type FillForm } from '../index.ts';

const forms: readonly FillForm[] = portals.flatMap((portal) => portal.forms);

/**
 * The form of a frame that a portal opens at `url`, by exact origin and beginning of the path.
 * @param among the forms of one portal; of all of them, without
 */
export function widgetAt(url: string, among = forms): FillForm | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return among.find(
    (form) =>
      form.ancestors.length > 0 && form.origin === origin && isUnderAny(pathname, form.paths),
  );
}
