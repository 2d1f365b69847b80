/** What the watcher is told of the portals when it is built: it imports nothing. */
import type { WatchedForm, WatchedPlace } from '../src/bridge/watched-place.ts';
import { portals, type FillForm, type Portal } from '../src/portals/index.ts';

const nothing = ':not(*)';

const selectorOf = (parts: readonly string[]): string =>
  parts.length > 0 ? [...new Set(parts)].join(',') : nothing;
const idsOf = (ids: readonly string[]): string => selectorOf(ids.map((id) => `#${id}`));

/** By origin: of the pages of that host, and of the forms that it serves into others. */
export function watchedPlaces(): Record<string, WatchedPlace> {
  const origins = portals.flatMap(({ host, forms }) => [
    `https://${host}`,
    ...forms.map(({ origin }) => origin),
  ]);
  return Object.fromEntries([...new Set(origins)].map((origin) => [origin, placeAt(origin)]));
}

function placeAt(origin: string): WatchedPlace {
  const pages: readonly Portal[] = portals.filter(({ host }) => origin === `https://${host}`);
  const rows: readonly Portal[] = portals.filter(
    (row) => pages.includes(row) || row.forms.some((form) => form.origin === origin),
  );
  const framed = pages.flatMap(({ forms }) => forms.filter(isFramed));
  const handedThrough = framed
    .filter((form) => form.origin === origin)
    .flatMap(({ paths }) => paths.map((path) => `iframe[src^="${path}"]`));
  const forms = rows.flatMap((row) =>
    row.forms
      .filter((form) => form.origin === origin)
      .flatMap((form) => form.paths.map((path) => watchedForm(form, path, row))),
  );
  const inside = pages.flatMap(({ watch }) => watch?.insideNodes ?? []);
  return {
    errors: selectorOf(rows.flatMap(({ watch }) => watch?.errorNodes ?? [])),
    widgets: selectorOf([
      ...pages.flatMap(({ watch }) => watch?.widgetFrames ?? []),
      ...handedThrough,
    ]),
    busy: selectorOf(pages.flatMap(({ watch }) => watch?.busyNodes ?? [])),
    ...(inside.length > 0 && { inside: selectorOf(inside) }),
    forms: forms.filter(
      (form, index) =>
        forms.findIndex((other) => JSON.stringify(other) === JSON.stringify(form)) === index,
    ),
    widgetOrigins: [...new Set(framed.map((form) => form.origin))].filter(
      (other) => other !== origin,
    ),
  };
}

const isFramed = ({ ancestors }: FillForm): boolean => ancestors.length > 0;

function watchedForm(
  form: FillForm,
  path: string,
  { watch, efirmaButtons = [] }: Portal,
): WatchedForm {
  const { certificate, privateKey, password } = form.fields;
  // What the widget shows below its address comes after its form.
  const at = isFramed(form) ? [path, `${path}/`] : watch?.formAt;
  return {
    path,
    isFramed: isFramed(form),
    ...(at && { at }),
    fields: [certificate, privateKey, password].map(idsOf),
    submit: idsOf(form.submit),
    otherWays: idsOf(efirmaButtons),
  };
}
