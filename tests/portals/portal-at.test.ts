import { describe, expect, test } from 'vitest';
import { portalAt, portalOfTab, portals } from '../../src/portals/index.ts';

const known: [url: string, id: string][] = [
  ['https://buzon.imss.gob.mx/buzonimss/login', 'buzon-imss'],
  ['https://buzon.imss.gob.mx/buzonimss/login?x=1#y', 'buzon-imss'],
  ['https://buzon.imss.gob.mx:443/buzonimss/login/', 'buzon-imss'],
  ['https://serviciosdigitales.imss.gob.mx/replica/entrar', 'replica-entrar'],
];

const strangers = [
  undefined,
  '',
  'not an address',
  'http://buzon.imss.gob.mx/buzonimss/login',
  'https://buzon.imss.gob.mx:8443/buzonimss/login',
  'https://buzon.imss.gob.mx./buzonimss/login',
  'https://buzon.imss.gob.mx.evil.test/buzonimss/login',
  'https://evil-buzon.imss.gob.mx/buzonimss/login',
  'https://buzon.imss.gob.mx@evil.test/buzonimss/login',
  'https://buzоn.imss.gob.mx/buzonimss/login',
  'https://buzon.imss.gob.mx/buzonimss/loginx',
  'https://buzon.imss.gob.mx/',
  'data:text/html,https://buzon.imss.gob.mx/buzonimss/login',
];

test.each(known)('%s is %s', (url, id) => {
  expect(portalAt(url)?.id).toBe(id);
});

test.each(strangers)('%s is no portal', (url) => {
  expect(portalAt(url)).toBeUndefined();
});

describe.each(portals.filter(({ purpose }) => purpose === 'enter'))('$id', ({ id, host, path }) => {
  test('is at its address', () => {
    expect(portalAt(`https://${host}${path}`)?.id).toBe(id);
  });

  test.each([
    `http://${host}${path}`,
    `https://${host}:8443${path}`,
    `https://${host}.${path}`,
    `https://${host}.evil.test${path}`,
    `https://evil-${host}${path}`,
    `https://${host}@evil.test${path}`,
    `https://${host.replace('o', 'о')}${path}`,
  ])('is not at %s', (url) => {
    expect(portalAt(url)?.id).not.toBe(id);
  });
});

test.each(portals)('the row $id is nothing but data', (row) => {
  expect(JSON.parse(JSON.stringify(row))).toEqual(row);
});

test('a tab is at what it shows, else at what it waits for', () => {
  const [[buzon], , , [bridge]] = known as [[string], unknown, unknown, [string]];
  expect(portalOfTab({ url: buzon, pendingUrl: bridge })?.id).toBe('buzon-imss');
  expect(portalOfTab({ url: 'about:blank', pendingUrl: bridge })?.id).toBe('replica-entrar');
  expect(portalOfTab({ url: '', pendingUrl: 'https://otro.test/' })).toBeUndefined();
  expect(portalOfTab(undefined)).toBeUndefined();
});
