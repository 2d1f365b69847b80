import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { say } from '../../scripts/say.ts';
import { namedTitle } from '../../src/background/named-title.ts';
import type { MessageKey } from '../../src/i18n.ts';
import type { ActiveClient } from '../../src/messages.ts';

beforeAll(() => {
  const getMessage = (key: MessageKey, args: string[]) => say(key, ...args);
  vi.stubGlobal('chrome', { i18n: { getMessage } });
});
afterAll(() => vi.unstubAllGlobals());

const title = 'Entrar a este portal con mi e.firma';

const named = (legalName: string): ActiveClient => ({
  credentialId: 'una',
  rfc: 'PEPA800101AB1',
  legalName,
  host: 'buzon.imss.gob.mx',
  portal: 'buzon-imss',
  since: '2026-01-01T00:00:00.000Z',
});

test('nobody is named where nobody’s session is open', () => {
  expect(namedTitle(title, undefined)).toBe(title);
});

test('whose session is open comes first, then what the icon is for', () => {
  expect(namedTitle(title, named('ANA PEÑA PÉREZ'))).toBe(
    `Aquí se usó la e.firma de ANA PEÑA PÉREZ (PEPA800101AB1). ${title}`,
  );
});

test('a name that is too long is cut, and the rest is still there', () => {
  expect(namedTitle(title, named('Ñ'.repeat(100_000)))).toBe(
    `Aquí se usó la e.firma de ${'Ñ'.repeat(60)}… (PEPA800101AB1). ${title}`,
  );
});

test('a name that would turn the words around does not', () => {
  expect(namedTitle(title, named('ANA\u202Eoirav'))).toBe(
    `Aquí se usó la e.firma de ANA�oirav (PEPA800101AB1). ${title}`,
  );
});
