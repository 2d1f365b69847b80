import { expect, test } from 'vitest';
import { parseStartArguments } from '../../scripts/arguments.ts';

test('without arguments a window opens', () => {
  expect(parseStartArguments([])).toEqual({ headless: false });
});

test('everything that can be said is understood', () => {
  const files = ['--headless', '--cer', 'a.cer', '--key', 'a.key', '--password', 'secreta'];
  const rest = ['--now', '2026-01-01T00:00:00Z', '--out', 'fotos', '--profile', 'perfil'];
  expect(parseStartArguments([...files, ...rest])).toEqual({
    headless: true,
    credential: { cerPath: 'a.cer', keyPath: 'a.key', password: 'secreta' },
    now: new Date('2026-01-01T00:00:00Z'),
    out: 'fotos',
    profile: 'perfil',
  });
});

test('a time may be of another zone, a date alone is of Greenwich', () => {
  const later = parseStartArguments(['--now', '2026-01-01T00:00:00-06:00']);
  expect(later.now?.toISOString()).toBe('2026-01-01T06:00:00.000Z');
  const date = parseStartArguments(['--now', '2026-01-01']);
  expect(date.now?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('a password that begins with a hyphen is written with an equals sign', () => {
  const args = ['--cer=a.cer', '--key=a.key', '--password=-x'];
  expect(parseStartArguments(args).credential?.password).toBe('-x');
});

test.each([
  ['an unknown word', ['--cabeza']],
  ['a value too many', ['hola']],
  ['a .cer alone', ['--cer', 'a.cer']],
  ['files without a password', ['--cer', 'a.cer', '--key', 'a.key']],
  ['a date that is none', ['--now', 'mañana']],
  ['a number for a date', ['--now', '5']],
  ['a month that does not exist', ['--now', '2026-13-45']],
  ['a day that does not exist', ['--now', '2026-02-31']],
  ['a time without a zone', ['--now', '2026-02-01T10:00:00']],
])('%s is refused with the usage', (_what, args) => {
  expect(() => parseStartArguments(args)).toThrow(/Uso: npm start/);
});
