import { expect, test } from 'vitest';
import { isImssPage, isImssWidget } from '../../../src/portals/forms/imss-page.ts';
import { widgetPaths } from '../../../src/portals/forms/widget.ts';

test.each([
  'https://otro.imss.gob.mx/',
  'https://imss.gob.mx/derechoh?x=1',
  'https://a.b2.imss.gob.mx:443/x',
])('%s is a page of the IMSS', (url) => {
  expect(isImssPage(url)).toBe(true);
});

test.each([
  undefined,
  'not an address',
  'http://otro.imss.gob.mx/',
  'https://otro.imss.gob.mx:8443/',
  'https://otro.imss.gob.mx./',
  'https://otro.imss.gob.mx.evil.test/',
  'https://evilimss.gob.mx/',
  'https://evil.test/https://otro.imss.gob.mx/',
  'https://otro.imss.gob.mx@evil.test/',
])('%s is none', (url) => {
  expect(isImssPage(url)).toBe(false);
});

test('the widget is known by its path, at hosts of the IMSS alone', () => {
  const origin = 'https://otro.imss.gob.mx';
  const [widgetPath, olderPath] = widgetPaths;
  expect(isImssWidget({ origin, path: widgetPath })).toBe(true);
  expect(isImssWidget({ origin, path: olderPath })).toBe(true);
  expect(isImssWidget({ origin, path: `${widgetPath}/x` })).toBe(true);
  expect(isImssWidget({ origin, path: `${widgetPath}x` })).toBe(false);
  expect(isImssWidget({ origin: 'https://evil.test', path: widgetPath })).toBe(false);
  expect(isImssWidget({ origin: 'null', path: widgetPath })).toBe(false);
});
