import { expect, test } from 'vitest';
import { watchedPlaces } from '../../scripts/watched-places.ts';
import { widgetPaths } from '../../src/portals/forms/widget.ts';
import { optionalOrigins, portals, watchedOrigins } from '../../src/portals/index.ts';

const places = watchedPlaces();
const at = (origin: string) => {
  const place = places[origin];
  if (!place) throw new Error(origin);
  return place;
};

test('every origin that is watched has its place, and no other', () => {
  expect(Object.keys(places).toSorted()).toEqual(
    [...new Set([...watchedOrigins, ...optionalOrigins])].toSorted(),
  );
});

test('a page is judged by the nodes of its own host', () => {
  expect(at('https://idse.imss.gob.mx').errors).toBe('#imsgErrors,#mensajeError');
  expect(at('https://buzon.imss.gob.mx').errors).not.toContain('imsgErrors');
  expect(at('https://loginda.siat.sat.gob.mx').errors).not.toContain('mensajeError');
  for (const { host, watch } of portals) {
    for (const node of watch?.errorNodes ?? []) {
      expect(at(`https://${host}`).errors.split(',')).toContain(node);
    }
  }
});

test('the widget is a form in a frame, and hears nobody', () => {
  const widget = at('https://firmadigitalssl.imss.gob.mx');
  expect(widget).toMatchObject({ widgets: ':not(*)', busy: ':not(*)', widgetOrigins: [] });
  expect(widget.forms.map(({ path }) => path)).toEqual(widgetPaths);
  for (const form of widget.forms) {
    expect(form).toMatchObject({ isFramed: true, otherWays: ':not(*)' });
    expect(form.at).toEqual([form.path, `${form.path}/`]);
  }
});

test('a widget that a portal hands through is a form of its own host', () => {
  const desk = at('https://serviciosdigitales.imss.gob.mx');
  expect(desk.forms.map(({ path }) => path)).toEqual(widgetPaths);
  expect(desk.widgetOrigins).toEqual(['https://firmadigitalssl.imss.gob.mx']);
  for (const path of widgetPaths) expect(desk.widgets).toContain(`iframe[src^="${path}"]`);
});

test('what comes after a form is known where no widget says that it went well', () => {
  const hosts = portals.filter(({ forms }) => forms.length > 0).map(({ host }) => host);
  for (const host of hosts) {
    const { widgets, inside } = at(`https://${host}`);
    expect(inside === undefined, host).toBe(widgets !== ':not(*)');
  }
});

test('another way to enter counts as the form, where there is one', () => {
  const [form] = at('https://cfdiau.sat.gob.mx').forms;
  expect(form).toMatchObject({ isFramed: false, otherWays: '#buttonFiel' });
  expect(form?.at).toContain('/nidp/app/login');
});
