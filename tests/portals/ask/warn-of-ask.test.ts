import { describe, expect, test } from 'vitest';
import type { PortalAsk } from '../../../src/portal-messages.ts';
import { asksOtherRfc } from '../../../src/portals/ask/asks-other-rfc.ts';
import { isIdentification, warnOfAsk } from '../../../src/portals/ask/warn-of-ask.ts';

const person = { rfc: 'RAQÑ7701212M3', curp: 'CACX760510MGTSHC04' };
const company = {
  rfc: 'EKU9003173C9',
  representativeRfc: 'RAQÑ7701212M3',
  representativeCurp: 'CACX760510MGTSHC04',
};
const login: PortalAsk = {
  origin: 'https://buzon.imss.gob.mx',
  operation: 'validarCertificado',
  wants: ['rfc'],
};
const signing: PortalAsk = {
  ...login,
  operation: 'firmaCMS',
  cadena: '||RFC|RAQÑ7701212M3|CURP|CACX760510MGTSHC04|INVOCANTE|IMS421231I45||',
};

describe('only identifying', () => {
  test('is what it says it is', () => {
    expect(isIdentification(login)).toBe(true);
    expect(warnOfAsk(login, person)).toEqual([]);
  });

  test.each<[what: string, ask: PortalAsk]>([
    ['it has a cadena', { ...login, cadena: '||A||' }],
    ['it has a cadena that cannot be shown', { ...login, unread: ['cadena'] }],
    ['it could not be read', { ...login, operation: '', unread: ['all'] }],
    ['the operation is another', { ...login, operation: 'firmaCMS' }],
    ['nobody knows the operation', { ...login, operation: 'validarcertificado' }],
  ])('is not said where %s', (_what, ask) => {
    expect(isIdentification(ask)).toBe(false);
  });
});

describe('a warning comes', () => {
  test('where nothing, or not all, can be shown', () => {
    const ids = (ask: PortalAsk) => warnOfAsk(ask, person).map(({ id }) => id);
    expect(ids({ ...login, operation: '', unread: ['all'] })).toEqual(['unread']);
    expect(ids({ ...login, operation: 'firmaCMS', unread: ['cadena', 'wants'] })).toEqual([
      'unread_cadena',
      'unread_wants',
    ]);
    expect(ids({ ...login, operation: 'firmaCMS' })).toEqual(['cadena_missing']);
  });

  test('where another page asks than the one in the tab', () => {
    const ask: PortalAsk = { ...login, origin: 'null', isForeign: true };
    expect(warnOfAsk(ask, person)).toEqual([{ id: 'other_origin', values: ['null'] }]);
  });

  test('where the portal wants, or names, another RFC', () => {
    const rfc = 'XAXX010101000';
    expect(warnOfAsk({ ...login, rfc }, person)).toEqual([{ id: 'other_rfc', values: [rfc] }]);
    expect(warnOfAsk({ ...login, namedRfc: rfc }, company)).toEqual([
      { id: 'other_rfc_named', values: [rfc] },
    ]);
  });

  test('where the portal takes the RFC of one e.firma alone, and it is that of the other', () => {
    const rfc = company.representativeRfc;
    expect(warnOfAsk({ ...login, rfc }, company)).toEqual([{ id: 'other_rfc', values: [rfc] }]);
    expect(asksOtherRfc({ rfc }, company.rfc)).toBe(true);
    expect(asksOtherRfc({ rfc: company.rfc }, rfc)).toBe(true);
    expect(asksOtherRfc({ rfc }, rfc)).toBe(false);
    expect(asksOtherRfc(login, rfc)).toBe(false);
  });

  test('where the cadena names others', () => {
    const cadena = '||rfc|EKU9003173C9,CURP MISC491214MCCRNC01|EKU9003173C9||';
    expect(warnOfAsk({ ...signing, cadena }, person)).toEqual([
      { id: 'rfc_in_cadena', values: ['EKU9003173C9'] },
      { id: 'curp_in_cadena', values: ['MISC491214MCCRNC01'] },
    ]);
  });
});

describe('no warning', () => {
  test.each([
    ['for what is one’s own', signing, person],
    ['for who represents a company', signing, company],
    [
      'for an RFC with Ñ in two code points',
      { ...signing, cadena: '||RFC|RAQN\u{303}7701212M3||' },
      person,
    ],
    ['for a CURP, where the certificate has none', signing, { rfc: 'RAQÑ7701212M3' }],
    ['for the RFC of the company', { ...login, rfc: 'EKU9003173C9' }, company],
    [
      'where the RFC of who represents it is merely named',
      { ...login, namedRfc: 'RAQÑ7701212M3' },
      company,
    ],
    [
      'for what only begins like an RFC',
      { ...signing, cadena: '||FOLIO|XRAQ7701212M3456|HASH|AAA991332AA1||' },
      person,
    ],
  ])('%s', (_what, ask, signatory) => {
    expect(warnOfAsk(ask, signatory)).toEqual([]);
  });
});
