import { expect, test } from 'vitest';
import { portals } from '../../src/portals/index.ts';
import { holderOf, isAccepted } from '../../src/portals/holder-of.ts';
import { firstChoice } from '../../src/ui/first-choice.ts';
import type { CredentialCard } from '../../src/messages.ts';
import { people } from '../pki/people.ts';

const card = (id: string, rfc: string, damaged?: true): CredentialCard => ({
  id,
  rfc,
  legalName: id,
  serialNumber: '',
  notBefore: '',
  notAfter: '',
  kind: 'efirma',
  issuer: '',
  canFill: true,
  kept: 'vault',
  ...(damaged && { damaged }),
});

test('an RFC says whose it is, Ñ and & counted once', () => {
  expect(holderOf(people.pedro.rfc)).toBe('person');
  expect(holderOf(people.herrajes.rfc)).toBe('company');
  expect(holderOf('ÑÑÑ010101AA1')).toBe('company');
});

test('only Escritorio Virtual takes persons alone', () => {
  const closed = portals.filter((portal) => !isAccepted(portal, people.ferreteria.rfc));
  expect(closed.map(({ id }) => id)).toEqual(['escritorio-virtual']);
  expect(portals.filter((portal) => !isAccepted(portal, people.pedro.rfc))).toEqual([]);
});

const company = card('company', people.ferreteria.rfc);
const person = card('person', people.pedro.rfc);
const broken = card('broken', people.aldo.rfc, true);

test.each([
  ['the one used last, where it fits', ['person', 'company'], company, [person, company], company],
  ['another, where the one used last does not fit', ['person'], company, [company, person], person],
  ['nothing damaged', ['person'], company, [broken, company], company],
  ['the one used last, where nothing fits', ['person'], company, [company], company],
  ['the first, where none was used', ['person', 'company'], undefined, [company, person], company],
  ['nothing, where there is none', ['person'], undefined, [], undefined],
] as const)('offers %s', (_what, accepts, last, cards, expected) => {
  expect(firstChoice({ accepts }, last, cards)).toBe(expected);
});
