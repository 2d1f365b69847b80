import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountFields,
  readAccountField,
  type AccountField,
} from '../../src/portals/account-fields.ts';

const taken: [field: AccountField, typed: string, kept: string][] = [
  ['curp', ' cacx760510mgtshc04 ', 'CACX760510MGTSHC04'],
  ['curp', 'ÑACX760510MGTSHC04', 'ÑACX760510MGTSHC04'],
  ['nss', '0165 4411 378', '01654411378'],
  ['nss', '01-65-44-1137-8', '01654411378'],
  ['registroPatronal', 'c87 26099 10 3', 'C8726099103'],
  ['registroPatronal', 'Y3739432-10-6', 'Y3739432106'],
  ['email', ' Ana.Muñoz@correo.com.mx ', 'Ana.Muñoz@correo.com.mx'],
];

test.each(taken)('a %s written as «%s» is kept as %s', (field, typed, kept) => {
  expect(readAccountField(field, typed)).toBe(kept);
});

const refused: [field: AccountField, typed: string][] = [
  ['curp', 'CACX760510MGTSHC0'],
  ['curp', 'CACX760510MGTSHC041'],
  ['curp', 'H&E951128469'],
  ['nss', '0165441137'],
  ['nss', '0165441137A'],
  ['registroPatronal', 'C872609910'],
  ['registroPatronal', 'C8726099103X'],
  ['email', 'ana'],
  ['email', 'ana@'],
  ['email', 'ana@correo'],
  ['email', 'ana maría@correo.mx'],
  ['email', `${'a'.repeat(300)}@correo.mx`],
];

test.each(refused)('no %s: «%s»', (field, typed) => {
  expect(readAccountField(field, typed)).toBeUndefined();
});

test('what is kept is read again as itself, and nothing else gets in', () => {
  const fields = Object.keys(accountFields) as AccountField[];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, text) => {
      const kept = readAccountField(field, text);
      if (kept !== undefined) expect(readAccountField(field, kept)).toBe(kept);
    }),
  );
});
