import { describe, expect, test } from 'vitest';
import { efirmaFit, type Known } from '../../src/app/diagnosis/guides/efirma-fit.ts';
import { findPortal } from '../../src/portals/index.ts';

const now = new Date('2026-06-01T12:00:00Z');
const person: Known = {
  kind: 'efirma',
  rfc: 'MISC491214B86',
  notBefore: '2024-06-01T12:00:00.000Z',
  notAfter: '2028-06-01T12:00:00.000Z',
};
const company: Known = { ...person, rfc: 'EKU9003173C9' };
const escritorio = findPortal('escritorio-virtual');
const idse = findPortal('idse');

const fitOf = (card: Known, portal = escritorio, others: readonly Known[] = []) =>
  efirmaFit(card, { portal, now, others: [card, ...others] });

describe('how an e.firma fits a portal', () => {
  test('that of a person is right where a person enters', () => {
    expect(fitOf(person)).toBe('right');
  });

  test('that of a company is not, where only persons enter', () => {
    expect(fitOf(company)).toBe('holder');
    expect(fitOf(company, idse)).toBe('right');
  });

  test('a seal is never right, and what the IMSS issued is in IDSE alone', () => {
    expect(fitOf({ ...person, kind: 'csd' }, idse)).toBe('kind');
    expect(fitOf({ ...person, kind: 'imss' })).toBe('kind');
    expect(fitOf({ ...person, kind: 'imss' }, idse)).toBe('right');
  });

  test('its dates count to the second, the last one included', () => {
    expect(fitOf({ ...person, notAfter: now.toISOString() })).toBe('right');
    expect(fitOf({ ...person, notAfter: '2026-06-01T11:59:59.000Z' })).toBe('expired');
    expect(fitOf({ ...person, notBefore: '2026-06-01T12:00:01.000Z' })).toBe('not_yet');
  });

  test('one that was revoked is not', () => {
    const revoked = { at: '2026-05-01T00:00:00.000Z' };
    expect(fitOf({ ...person, revoked } as Known)).toBe('revoked');
  });

  test('a newer one of the same holder comes first, of another holder it does not', () => {
    const newer = { ...person, notBefore: '2026-05-01T00:00:00.000Z' };
    expect(fitOf(person, escritorio, [newer])).toBe('older');
    expect(fitOf(newer, escritorio, [person])).toBe('right');
    expect(fitOf(person, escritorio, [{ ...newer, rfc: 'XIQB891116QE4' }])).toBe('right');
    expect(fitOf(person, escritorio, [{ ...newer, kind: 'csd' }])).toBe('right');
  });

  test('where no portal is known it is not called right', () => {
    expect(efirmaFit(person, { now, others: [] })).toBe('unknown_portal');
  });
});
