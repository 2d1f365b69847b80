import { expect, test } from 'vitest';
import { findByWords } from '../src/find-by-words.ts';
import { procedureGroups, procedures } from '../src/procedures/index.ts';
import { say } from '../scripts/say.ts';
import type { MessageKey } from '../src/i18n.ts';
import { portals } from '../src/portals/index.ts';

const wordsOf = ({ id }: { id: string }): string[] =>
  ['name', 'what', 'words'].map((part) =>
    say(`procedure_${id.replaceAll('-', '_')}_${part}` as MessageKey),
  );
const idsFor = (typed: string): string[] =>
  findByWords(typed, procedures, wordsOf).map(({ id }) => id);

const wanted = [
  'cita-medica',
  'historial-clinico',
  'vigencia-derechos',
  'clinica',
  'nss',
  'correccion-datos',
  'semanas-cotizadas',
  'pension',
  'declaracion-jurada',
  'prima-riesgo',
  'facturas-cuotas',
  'pago-cuotas',
  'prestamo-pension',
  'movimientos',
] as const;

test('there is a row for every kind of procedure that people come for', () => {
  expect(wanted.filter((id) => !procedures.some((row) => row.id === id))).toEqual([]);
  expect(new Set(procedures.map(({ group }) => group))).toEqual(new Set(procedureGroups));
  expect(new Set(procedures.map(({ id }) => id)).size).toBe(procedures.length);
});

test.each(procedures)('$id says what to have at hand', ({ have, needs }) => {
  expect(have.length).toBeGreaterThan(0);
  expect(needs.length).toBeGreaterThan(0);
});

test('links are official, and where a portal leads there they go to its host', () => {
  for (const { link, portal } of procedures) {
    if (link === undefined) continue;
    expect(new URL(link).host).toMatch(/\.(?:imss|sat)\.gob\.mx$/);
    const row = portals.find(({ id }) => id === portal);
    if (row) expect(new URL(link).host).toBe(row.host);
  }
});

const searches: [typed: string, id: string][] = [
  ['semanas', 'semanas-cotizadas'],
  ['SEMANA COTIZADA', 'semanas-cotizadas'],
  ['cuantas semanas tengo cotizadas', 'semanas-cotizadas'],
  ['pensión', 'pension'],
  ['pension', 'pension'],
  ['jubilacion', 'pension'],
  ['cita medica', 'cita-medica'],
  ['mi historial clínico', 'historial-clinico'],
  ['alta de trabajadores', 'movimientos'],
  ['idse', 'movimientos'],
  ['factura', 'facturas-cuotas'],
  ['prestamos', 'prestamo-pension'],
  ['riesgo de trabajo', 'prima-riesgo'],
  ['renové mi e.firma y no entra', 'actualizar-efirma'],
  ['cambiar de clínica', 'clinica'],
  ['dar de alta a mi hijo', 'beneficiarios'],
  ['pagar imss', 'pago-cuotas'],
];

test.each(searches)('«%s» finds %s', (typed, id) => {
  expect(idsFor(typed)).toContain(id);
});

test('what nobody offers is not found, and nothing typed finds all', () => {
  expect(idsFor('pasaporte')).toEqual([]);
  expect(idsFor('  ¿? ')).toHaveLength(procedures.length);
  expect(idsFor('')).toHaveLength(procedures.length);
});
