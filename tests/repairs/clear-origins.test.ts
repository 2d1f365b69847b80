import { expect, expectTypeOf, test } from 'vitest';
import type { HttpsOrigin } from '../../src/portals/index.ts';
import { clearOrigins, type SiteData } from '../../src/repairs/clear-origins.ts';

type Origins = Parameters<typeof clearOrigins>[0];
type Kinds = Parameters<typeof clearOrigins>[1];

/** As somebody would call it who goes round the types: not even a cast compiles. */
const clear = (origins: string[]): Promise<void> =>
  Reflect.apply(clearOrigins, undefined, [origins, ['cache']]);

test('a call without origins, or with what is no https origin, does not compile', () => {
  expectTypeOf<readonly [HttpsOrigin]>().toExtend<Origins>();
  expectTypeOf<readonly []>().not.toExtend<Origins>();
  expectTypeOf<readonly HttpsOrigin[]>().not.toExtend<Origins>();
  expectTypeOf<undefined>().not.toExtend<Origins>();
  expectTypeOf<readonly ['http://buzon.imss.gob.mx']>().not.toExtend<Origins>();
  expectTypeOf<readonly ['buzon.imss.gob.mx']>().not.toExtend<Origins>();
});

test('neither cookies nor anything of the whole browser can be named', () => {
  type Forbidden = 'cookies' | 'history' | 'downloads' | 'formData' | 'passwords';
  expectTypeOf<Extract<SiteData, Forbidden>>().toBeNever();
  expectTypeOf<readonly []>().not.toExtend<Kinds>();
});

test.each([
  [],
  ['https://www.google.com'],
  ['https://imss.gob.mx'],
  ['https://otro.imss.gob.mx'],
  ['http://buzon.imss.gob.mx'],
  ['https://buzon.imss.gob.mx/'],
  ['https://buzon.imss.gob.mx:8443'],
  ['https://buzon.imss.gob.mx', 'https://*'],
])('refuses %j before it touches anything', async (...origins) => {
  await expect(clear(origins)).rejects.toThrow('no portal has this origin');
});
