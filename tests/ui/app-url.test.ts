import { expect, test } from 'vitest';
import { portalIn, routeIn, tabIn } from '../../src/ui/app-url.ts';

test.each([
  ['#/no-puedo-ingresar', 'no-puedo-ingresar', undefined],
  ['#/no-puedo-ingresar?tab=1234', 'no-puedo-ingresar', 1234],
  ['#/no-puedo-ingresar?tab=2147483647', 'no-puedo-ingresar', 2_147_483_647],
  ['#/no-puedo-ingresar?tab=', 'no-puedo-ingresar', undefined],
  ['#/no-puedo-ingresar?tab=-1', 'no-puedo-ingresar', undefined],
  ['#/no-puedo-ingresar?tab=1e9', 'no-puedo-ingresar', undefined],
  ['#/no-puedo-ingresar/x', undefined, undefined],
  ['#/', undefined, undefined],
  ['', undefined, undefined],
])('%s', (hash, route, tab) => {
  expect(routeIn(hash)).toBe(route);
  expect(tabIn(hash)).toBe(tab);
});

test.each([
  ['#/llenarlo-yo?portal=buzon-imss', 'llenarlo-yo', 'buzon-imss'],
  ['#/llenarlo-yo?portal=', 'llenarlo-yo', undefined],
  ['#/llenarlo-yo?portal=buzon-imss&tab=1', 'llenarlo-yo', undefined],
  ['#/llenarlo-yo?portal=<img>', 'llenarlo-yo', undefined],
  ['#/llenarlo-yo', 'llenarlo-yo', undefined],
])('%s', (hash, route, portal) => {
  expect(routeIn(hash)).toBe(route);
  expect(portalIn(hash)).toBe(portal);
});
