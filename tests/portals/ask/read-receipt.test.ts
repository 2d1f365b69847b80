import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeptAcuse } from '../../../src/portals/ask/read-kept-acuse.ts';
import { imssLink, readReceipt } from '../../../src/portals/ask/read-receipt.ts';

const view = 'https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/chfecynAcuseApp/view?id=7f';

describe('an address of a receipt', () => {
  test.each([
    'http://firmadigitalssl.imss.gob.mx/view',
    'https://firmadigitalssl.imss.gob.mx:8443/view',
    'https://firmadigitalssl.imss.gob.mx.evil.test/view',
    'https://evilimss.gob.mx/view',
    'https://gob.mx/view',
    'https://firmadigitalssl.imss.gob.mx@evil.test/view',
    'https://yo:secreto@firmadigitalssl.imss.gob.mx/view',
    'https://firmadigitalssl.imss.gob.mx./view',
    'javascript:alert(1)//.imss.gob.mx',
    'data:text/html,https://a.imss.gob.mx',
    '//firmadigitalssl.imss.gob.mx/view',
    `${view}${'x'.repeat(2048)}`,
    '',
    undefined,
    7,
    { href: view },
  ])('%j is no link', (address) => {
    expect(imssLink(address)).toBeUndefined();
  });

  test.each([view, 'https://www.imss.gob.mx/', 'https://imss.gob.mx/acuse'])('%s is', (address) => {
    expect(imssLink(address)).toBe(address);
  });
});

describe('a receipt', () => {
  test('of a sign-in, with nothing to follow up, is none', () => {
    expect(readReceipt({})).toBeUndefined();
    expect(readReceipt({ serie_cert: '30001000000500003416', cadori: '||A|B||' })).toBeUndefined();
    expect(readReceipt({ folio: '  ', acuse: 'http://imss.gob.mx' })).toBeUndefined();
  });

  test('is read part by part; what is not as it has to be is left out', () => {
    const serie_cert = '30001000000500003416';
    const cadori = '||ACTO|Ñ||';
    expect(readReceipt({ folio: ' 7f ', acuse: view, cadori, serie_cert })).toEqual({
      folio: '7f',
      link: view,
      serialNumber: serie_cert,
      cadena: cadori,
    });
    const odd = { acuse: 'javascript:1', serie_cert: '<b>', cadori: 'x'.repeat(64 * 1024 + 1) };
    expect(readReceipt({ folio: '7f', ...odd })).toEqual({ folio: '7f' });
    expect(readReceipt({ folio: 'x'.repeat(201), acuse: view })).toEqual({ link: view });
  });
});

describe('an acuse as it rests', () => {
  const row = {
    id: '["https://buzon.imss.gob.mx","7f"]',
    at: '2026-11-22T18:00:00.000Z',
    portal: 'buzon-tramites',
    origin: 'https://buzon.imss.gob.mx',
    folio: '7f',
    link: view,
    serialNumber: '30001000000500003416',
    cadena: '||A|B||',
  };

  test('is what was written', () => {
    expect(readKeptAcuse(row)).toEqual(row);
  });

  test.each([
    [undefined],
    [null],
    ['7f'],
    [{}],
    [{ ...row, id: 7 }],
    [{ ...row, at: 'ayer' }],
    [{ ...row, origin: null }],
  ])('%j is none any more', (damaged) => {
    expect(readKeptAcuse(damaged)).toBeUndefined();
  });

  test('keeps what is left of it; a link that somebody changed is no link', () => {
    const damaged = { ...row, folio: 7, link: 'https://evil.test/', cadena: {}, serialNumber: [] };
    const { id, at, portal, origin } = row;
    expect(readKeptAcuse(damaged)).toEqual({ id, at, portal, origin });
  });

  test('whatever is there, only texts and addresses of the IMSS come out', () => {
    const record = fc.record(
      Object.fromEntries(Object.keys(row).map((name) => [name, fc.jsonValue()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(record, fc.jsonValue()), (any) => {
        const acuse = readKeptAcuse(any);
        expect(Object.values(acuse ?? {}).every((value) => typeof value === 'string')).toBe(true);
        expect(imssLink(acuse?.link)).toBe(acuse?.link);
      }),
    );
  });
});
