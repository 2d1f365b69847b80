import { describe, expect, test } from 'vitest';
import { renewalWay } from '../../src/app/diagnosis/guides/renewal-way.ts';

const person = {
  kind: 'efirma',
  rfc: 'PULX9002151KA',
  notAfter: '2026-03-01T06:00:00.000Z',
} as const;
const company = { ...person, rfc: 'HPR0103124A2' } as const;
const moment = (text: string) => new Date(text);

describe('how the SAT lets one renew', () => {
  test('by internet to its last second', () => {
    expect(renewalWay(person, moment('2026-03-01T06:00:00Z'))).toBe('internet');
    expect(renewalWay(company, moment('2026-03-01T06:00:00Z'))).toBe('internet');
  });

  test('a person by video from then on, for one year', () => {
    expect(renewalWay(person, moment('2026-03-01T06:00:01Z'))).toBe('video');
    expect(renewalWay(person, moment('2027-03-01T06:00:00Z'))).toBe('video');
    expect(renewalWay(person, moment('2027-03-01T06:00:01Z'))).toBe('office');
  });

  test('a company in an office as soon as it is over', () => {
    expect(renewalWay(company, moment('2026-03-01T06:00:01Z'))).toBe('office');
  });

  test('what the IMSS issued, at the IMSS, whatever its date', () => {
    expect(renewalWay({ ...person, kind: 'imss' }, moment('2030-01-01T00:00:00Z'))).toBe('idse');
  });
});
