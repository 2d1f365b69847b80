import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeIdn } from '../../src/portals/host/decode-idn.ts';
import { editDistance } from '../../src/portals/host/edit-distance.ts';
import { hostSkeleton } from '../../src/portals/host/host-skeleton.ts';
import { judgeHost } from '../../src/portals/host/judge-host.ts';

const hostOf = (name: string): string => new URL(`https://${name}/`).hostname;

test.each([
  'buzon.imss.gob.mx',
  'idse.imss.gob.mx',
  'serviciosdigitales.imss.gob.mx',
  'firmadigitalssl.imss.gob.mx',
  'buzon.imss.gob.mx.',
])('%s is of a portal', (name) => {
  expect(judgeHost(hostOf(name))).toBe('portal');
});

test.each(['www.imss.gob.mx', 'imss.gob.mx', 'sipre.imss.gob.mx', 'www.sat.gob.mx', 'sat.gob.mx'])(
  '%s is of the same site',
  (name) => {
    expect(judgeHost(hostOf(name))).toBe('official');
  },
);

test.each([
  ['letters that look the same', 'idse.irnss.gob.mx'],
  ['Cyrillic letters', 'buzon.іmss.gob.mx'],
  ['Cyrillic letters in the name of the SAT', 'login.ѕат.gob.mx'],
  ['an accent', 'idse.ímss.gob.mx'],
  ['a figure for a letter', 'idse.1mss.gob.mx'],
  ['two letters swapped', 'idse.imms.gob.mx'],
  ['a letter too many', 'idse.imsss.gob.mx'],
  ['the true name in front of another', 'idse.imss.gob.mx.acceso.example'],
  ['the true name of the SAT in front of another', 'login.sat.gob.mx-acceso.example'],
  ['a hyphen for a dot', 'idse.imss-gob.mx'],
  ['no dot at all', 'imssgob.mx'],
  ['another ending', 'imss.gob.com'],
  ['another country', 'imss.gob.nx'],
  ['another ending, for the SAT', 'sat.gop.mx'],
  ['the name of a portal at another site', 'buzon-imss.example'],
  ['the names the other way round', 'imss-idse.example'],
  ['a sub-domain for a label', 'idse.imss.mx'],
])('%s: %s is taken for a portal', (_, name) => {
  expect(judgeHost(hostOf(name))).toBe('lookalike');
});

test.each([
  'gob.mx',
  'www.gob.mx',
  'www.issste.gob.mx',
  'www.infonavit.org.mx',
  'www.sct.gob.mx',
  'www.sep.gob.mx',
  'www.ine.mx',
  'portal.sat.gob.gt',
  'www.set.gov.py',
  'satelite.example',
  'www.bbva.mx',
  'imss.example',
  'noticias-imss.example',
  'www.google.com',
  'localhost',
  '127.0.0.1',
  'xn--mnchen-3ya.de',
])('%s is taken for nobody', (name) => {
  expect(judgeHost(hostOf(name))).toBe('unknown');
});

test('labels are decoded as the browser encodes them', () => {
  const label = fc
    .array(fc.constantFrom(...'abcméñüßі中文日本한글шжλ', ...'xyz059'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((letters) => letters.join('').normalize('NFC'));
  fc.assert(
    fc.property(label, (name) => {
      const encoded = hostOf(`${name}.example`);
      expect(hostOf(decodeIdn(encoded))).toBe(encoded);
      expect(decodeIdn(encoded)).not.toContain('xn--');
    }),
  );
});

test.each(['xn--', 'xn--a-', 'xn--99999999999', 'xn--é', 'xn--a_b'])(
  '%s is not well-formed, and stays harmless',
  (label) => {
    expect(judgeHost(`${label}.example`)).toBe('unknown');
  },
);

test('any host has an answer, and soon', () => {
  const start = performance.now();
  fc.assert(
    fc.property(fc.string({ maxLength: 253 }), (host) => {
      expect(['portal', 'official', 'lookalike', 'unknown']).toContain(judgeHost(host));
    }),
  );
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('the distance is the same both ways, and 0 only for the same', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = editDistance(one, other);
      expect(editDistance(other, one)).toBe(distance);
      expect(distance === 0).toBe(one === other);
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
  expect(editDistance('imss', 'imms')).toBe(1);
  expect(editDistance('imss', 'ismss')).toBe(1);
  expect(editDistance('imss', 'imsx')).toBe(1);
  expect(editDistance('ab', 'ba')).toBe(1);
});

test('what is its own skeleton stays the same', () => {
  expect(hostSkeleton('imss.gob.mx')).toBe('imss.gob.mx');
  expect(hostSkeleton(hostSkeleton('idse.irnss.gob.mx'))).toBe('idse.imss.gob.mx');
});
