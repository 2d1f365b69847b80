import { expect, test } from 'vitest';
import { findClients } from '../../src/ui/find-clients.ts';

const cards = [
  { rfc: 'LUÑP8503047M6', legalName: 'PEDRO LUNA ÑANDU' },
  { rfc: 'PULX9002151KA', legalName: 'XIMENA PRUEBA LISTA' },
  { rfc: 'H&P0803125NA', legalName: 'HERRAJES & PRUEBAS SA DE CV' },
];

const found = (typed: string): string[] => findClients(typed, cards).map(({ rfc }) => rfc);

test.each(['nadie', 'pedro lista', 'PULX9002151KB', '8503047 ximena'])(
  '«%s» is nobody',
  (typed) => {
    expect(found(typed)).toEqual([]);
  },
);

test.each([
  ['', ['LUÑP8503047M6', 'PULX9002151KA', 'H&P0803125NA']],
  ['   ', ['LUÑP8503047M6', 'PULX9002151KA', 'H&P0803125NA']],
  ['prueba', ['PULX9002151KA', 'H&P0803125NA']],
  ['lista  xim', ['PULX9002151KA']],
  ['ñandú', ['LUÑP8503047M6']],
  ['nandu', ['LUÑP8503047M6']],
  ['luñp85', ['LUÑP8503047M6']],
  ['lun\u0303p85', ['LUÑP8503047M6']],
  ['h&p', ['H&P0803125NA']],
])('«%s» finds by name and RFC', (typed, rfcs) => {
  expect(found(typed)).toEqual(rfcs);
});
