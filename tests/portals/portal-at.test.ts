import { expect, test } from 'vitest';
import { portalAt } from '../../src/portals/index.ts';

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
