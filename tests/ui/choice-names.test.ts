import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CredentialCard } from '../../src/messages.ts';
import { choiceNames } from '../../src/ui/choice-names.ts';

const now = new Date('2026-11-22T12:00:00Z');

beforeAll(() => {
  // The words come from the browser, which is not here.
  vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

function card(rfc: string, legalName: string, ends: string, serialNumber = '0'): CredentialCard {
  const dates = { notBefore: '2020-01-01T00:00:00.000Z', notAfter: `${ends}T00:00:00.000Z` };
  return { id: rfc + ends, rfc, legalName, serialNumber, ...dates } as CredentialCard;
}

test('an e.firma is called by its RFC and name', () => {
  const cards = [
    card('AAAA010101AAA', 'ANA', '2030-01-01'),
    card('BBBB010101BBB', 'ANA', '2030-01-01'),
    card('AAAA010101AAA', 'ANTES ANA', '2030-01-01'),
  ];
  expect(choiceNames(cards, now)).toEqual([
    'AAAA010101AAA · ANA',
    'BBBB010101BBB · ANA',
    'AAAA010101AAA · ANTES ANA',
  ]);
});

test('of those with the same RFC and name each also says how long it is valid, and the end of its number', () => {
  const cards = [
    card('AAAA010101AAA', 'ANA', '2025-01-01'),
    card('BBBB010101BBB', 'BETO', '2025-01-01'),
    card('AAAA010101AAA', 'ANA', '2030-01-01'),
  ];
  expect(choiceNames(cards, now)).toEqual([
    'AAAA010101AAA · ANA · life_expired · …0',
    'BBBB010101BBB · BETO',
    'AAAA010101AAA · ANA · life_valid_other · …0',
  ]);
  expect(choiceNames([], now)).toEqual([]);
});

test('those that are alike in all but their numbers are told apart', () => {
  const cards = ['00001000000500001111', '00001000000500002222'].map((serialNumber) =>
    card('AAAA010101AAA', 'ANA', '2030-01-01', serialNumber),
  );
  expect(choiceNames(cards, now)).toEqual([
    'AAAA010101AAA · ANA · life_valid_other · …1111',
    'AAAA010101AAA · ANA · life_valid_other · …2222',
  ]);
});
