import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formText } from '../../src/background/form-text.ts';
import type { DocumentShape } from '../../src/background/inspect-inputs.ts';
import { people } from '../pki/people.ts';

const shape: DocumentShape = {
  origin: 'https://firmadigitalssl.imss.gob.mx',
  path: '/firmaElectronicaWeb/widget/chfecyn',
  targets: ['https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/validar?rfc=PULX9002151KA'],
  fields: [
    { tag: 'input', type: 'file', id: 'inputKey', name: 'key', disabled: false },
    { tag: 'button', type: 'submit', id: 'botonValidarCert', name: '', disabled: true },
    { tag: 'input', type: 'text', id: 'j_idt23:form:rfc', name: '', disabled: false },
  ],
};

test('says where the form is, where it goes, and what its fields are called', () => {
  expect(formText([shape])).toBe(
    [
      'https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn',
      '  form → https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/validar',
      '  input[file] id=inputKey name=key',
      '  button[submit] id=botonValidarCert disabled',
      '  input[text] id=j_idt##:form:rfc',
    ].join('\n'),
  );
});

test('of many documents the first twenty are told', () => {
  const text = formText(Array.from({ length: 25 }, () => shape));
  expect(text.match(/form →/g)).toHaveLength(20);
});

/** What may name a person, wherever a page may have put it. */
const personal = fc.oneof(
  fc.constantFrom(...Object.values(people).map(({ rfc }) => rfc)),
  fc.constantFrom(people.ximena.curp, people.pedro.curp, people.nora.curp),
  fc.constantFrom('ana.perez@correo.mx', 'C8726099103', '01654411378', '55 5238 2700'),
);
const text = fc
  .array(fc.oneof(personal, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 4 })
  .map((parts) => parts.join(''));
const documents = fc.array(
  fc.record({
    origin: fc.oneof(fc.constant(shape.origin), fc.constant('null'), text, fc.webUrl()),
    path: text.map((tail) => `/${tail}`),
    targets: fc.array(
      fc.oneof(
        text,
        text.map((tail) => `https://x.test/${tail}`),
      ),
      {
        maxLength: 3,
      },
    ),
    fields: fc.array(
      fc.record({ tag: text, type: text, id: text, name: text, disabled: fc.boolean() }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 3 },
);

test('no digit is left, nor an e-mail address, nor what an RFC or a CURP is known by', () => {
  fc.assert(
    fc.property(documents, (shapes) => {
      const said = formText(shapes);
      expect(said).not.toMatch(/\d/);
      expect(said).not.toMatch(/@|perez/);
      for (const { rfc } of Object.values(people)) expect(said).not.toContain(rfc);
    }),
    { numRuns: 200 },
  );
});
