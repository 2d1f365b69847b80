import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseText } from '../../src/diagnosis/index.ts';
import { redact } from '../../src/diagnosis/redact.ts';
import { sentencesOf } from '../../src/diagnosis/sentences.ts';
import { textPacks } from '../../src/diagnosis/texts/index.ts';
import { portals } from '../../src/portals/index.ts';

const rows = textPacks.flatMap(({ portals, rows }) => rows.map((row) => ({ ...row, portals })));

describe('what is known', () => {
  test.each(rows)('$source: $text', ({ portals, text, class: textClass, cause, isOpen }) => {
    const said = isOpen ? `${text} XAXX010101000 y algo más` : `${text}.`;
    for (const portal of portals) {
      const expected = { class: textClass, ...(cause && { cause }) };
      expect(recogniseText(portal, said)).toEqual(expected);
      expect(recogniseText(portal, redact(said))).toEqual(expected);
    }
  });

  test('is known once for each portal', () => {
    const said = rows.flatMap(({ portals, text }) =>
      portals.map((portal) => JSON.stringify([portal, sentencesOf(text)])),
    );
    expect(new Set(said).size).toBe(said.length);
  });

  test('is known to every portal of this extension, in the words of its institution', () => {
    for (const { id, host } of portals) {
      const said = recogniseText(id, 'Su sesión ha expirado.')?.class;
      expect(said, id).toBe(host.endsWith('.imss.gob.mx') ? 'session_invalid' : undefined);
      expect(recogniseText(id, 'Certificado Revocado')?.class, id).toBe('revoked');
    }
  });
});

describe('as it comes', () => {
  test.each([
    [
      'sat',
      'CERTIFICADO, CLAVE PRIVADA O CONTRASEÑA DE CLAVE PRIVADA INVÁLIDOS, INTÉNTELO NUEVAMENTE.',
      'trio_invalid',
    ],
    ['sat', '  Certificado,\u00A0clave privada o\n contraseña', undefined],
    ['sat', 'No se puede acceder al aplicativo porque su e.firma esta revocada', 'revoked'],
    [
      'sat',
      'No se puede acceder al aplicativo porque su E.FIRMA no está vigente.',
      'not_valid_date',
    ],
    ['sat', 'Error: Certificado Revocado', 'revoked'],
    ['sat', 'Aviso\nCertificado Caduco\nAceptar', 'not_valid_date'],
    ['sat', 'El usuario no tiene privilegios para acceder al aplicativo del SAT', 'privileges'],
    ['sat', 'El usuario XAXX010101000 no tiene privilegios', 'privileges'],
    [
      'sideimss',
      'Su sesión ha expirado. Por favor, vuelva a ingresar al sistema.',
      'session_invalid',
    ],
    [
      'sideimss',
      'No cuenta con un rol autorizado para acceder al sistema. Favor de verificar',
      'no_role',
    ],
    ['idse', '#01001 La sesión no es válida', 'session_invalid'],
    ['buzon-imss', 'Tu e.firma venció el 19 de noviembre de 2026.', 'not_valid_date'],
    [
      'buzon-imss',
      'Este certificado lo emitió «AC de pruebas», que este portal no reconoce.',
      'cert_invalid',
    ],
    [
      'buzon-imss',
      'Este certificado es un sello digital (CSD), para facturar. Para entrar hace falta la e.firma.',
      'is_csd',
    ],
  ])('%s: %s', (portal, text, textClass) => {
    expect(recogniseText(portal, text)?.class).toBe(textClass);
  });

  test('decomposed accents are the same words', () => {
    expect(recogniseText('sat', 'Certificado Inválido'.normalize('NFD'))?.class).toBe(
      'cert_invalid',
    );
  });
});

describe('silent', () => {
  const longHelp = `${'Conserva una copia de tus archivos en un lugar seguro. '.repeat(20)}Certificado revocado. ${'Llama al centro de contacto. '.repeat(20)}`;
  const script = `
    if (clave === 2) {
      mensaje: "No se puede acceder al aplicativo porque su E.FIRMA está revocada.",
      document.getElementById('divError').innerHTML = mensaje;
    }`;

  test.each([
    ['a bank', 'banco', 'Certificado revocado'],
    ['a page of nobody', '', 'Su sesión ha expirado.'],
    [
      'a portal that never says it',
      'sat',
      'No cuenta con un rol autorizado para acceder al sistema',
    ],
    ['the replica’s words elsewhere', 'idse', 'Tu e.firma venció el 19 de noviembre de 2026.'],
    ['help', 'buzon-imss', 'Si tu e.firma está revocada, acude al SAT con una cita.'],
    ['help', 'sat', 'Cuando veas certificado revocado o caduco, renueva tu e.firma.'],
    ['a sentence that goes on', 'sat', 'Certificado revocado es el que su titular canceló.'],
    ['a question', 'sat', '¿Certificado revocado? Aquí te decimos qué hacer.'],
    ['a long page of help', 'sat', longHelp],
    ['a script', 'sat', script],
    ['one line of a script', 'sat', "'Certificado Revocado';"],
    [
      'the page itself',
      'buzon-imss',
      'Ingresa con tu e.firma. Certificado (.cer) Clave privada (.key)',
    ],
    ['a success', 'buzon-imss', 'EXITO'],
    ['half a sentence', 'sat', 'No se puede acceder al aplicativo'],
    ['nothing', 'sat', ''],
  ])('%s (%s): %s', (_, portal, text) => {
    expect(recogniseText(portal, text)).toBeUndefined();
  });
});

describe('hostile', () => {
  test('any text is read without breaking', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sat', 'buzon-imss', 'idse'),
        fc.string({ unit: 'grapheme' }),
        (portal, text) => {
          recogniseText(portal, text);
        },
      ),
    );
  });

  test.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['questions', '?'],
    ['sentences', 'a. '],
    ['accents', 'e\u0301\u0301'],
    ['digits', '1'],
    ['slashes', '/'],
    ['groups', '1 '],
    ['at signs', 'a@'],
    ['sentences that are known', 'Certificado revocado. '],
  ])('100 KB of %s take no time', (_, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const start = performance.now();
    recogniseText('sat', text);
    redact(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** Those about its own page API, which no person sees in the form of a portal. */
const ofThePageApi = ['token.ts'];

test('every refusal of the replica about the files is known', () => {
  const root = new URL('../../replica/', import.meta.url);
  const files = readdirSync(root).filter(
    (name) => name.endsWith('.ts') && !ofThePageApi.includes(name),
  );
  const sentences = files
    .map((name) => readFileSync(new URL(name, root), 'utf8'))
    .flatMap((source) => [...source.matchAll(/new Refusal\(\s*'\w+',\s*['`]([^'`]+)['`]/g)])
    .map(([, sentence]) => (sentence ?? '').replaceAll(/\$\{[^}]*\}/g, 'X'));
  expect(sentences.length).toBeGreaterThan(12);
  const unknown = sentences.filter(
    (sentence) => !recogniseText('buzon-imss', sentence) && !recogniseText('idse', sentence),
  );
  expect(unknown).toEqual(['El componente de firma validó a otra persona.']);
});
