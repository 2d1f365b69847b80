import { expect, test } from 'vitest';
import { parseAuthenticateParams } from '../../src/background/authenticate-params.ts';

const nonce = Buffer.alloc(32, 0x2e).toString('base64url');

test.each([
  ['a nonce alone', { nonce }],
  ['everything', { nonce, rfc: 'PULX9002151KA', curp: true, lang: 'es-MX' }],
  ['the RFC of a company with an ampersand', { nonce, rfc: 'H&P0803125NA' }],
  ['the RFC of a person with a Ñ', { nonce, rfc: 'LUÑP8503047M6' }],
])('%s is what a page may ask for', (_what, params) => {
  expect(parseAuthenticateParams(params)).toEqual(params);
});

test.each([
  ['nothing', undefined],
  ['no nonce', {}],
  ['a short nonce', { nonce: nonce.slice(0, 42) }],
  ['a nonce with padding', { nonce: `${nonce}=` }],
  ['a nonce in the other base64', { nonce: Buffer.alloc(32, 0xff).toString('base64') }],
  ['a list of RFCs', { nonce, rfc: ['PULX9002151KA', 'ROPA7809092J9'] }],
  ['a pattern in the place of an RFC', { nonce, rfc: 'PULX900215.KA' }],
  ['an RFC and something after it', { nonce, rfc: 'PULX9002151KA\n' }],
  ['a CURP of its own', { nonce, curp: 'PULX900215MDFRSM07' }],
  ['an origin of its own', { nonce, origin: 'https://buzon.imss.gob.mx' }],
])('a page that asks with %s is refused', (_what, params) => {
  expect(() => parseAuthenticateParams(params)).toThrow('invalid_request');
});
