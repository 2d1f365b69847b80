import { describe, expect, test } from 'vitest';
import {
  revocationGaps,
  type RevocationAnswer,
  type RevocationReason,
} from '../../../src/certificate/index.ts';
import certificateOfAnotherKind from '../../../src/diagnosis/checks/certificate-of-another-kind.ts';
import expiredCertificate from '../../../src/diagnosis/checks/expired-certificate.ts';
import expiringCertificate from '../../../src/diagnosis/checks/expiring-certificate.ts';
import notYetValidCertificate from '../../../src/diagnosis/checks/not-yet-valid-certificate.ts';
import supersededCertificate from '../../../src/diagnosis/checks/superseded-certificate.ts';
import uncheckedRevocation from '../../../src/diagnosis/checks/unchecked-revocation.ts';
import unknownIssuer from '../../../src/diagnosis/checks/unknown-issuer.ts';
import { at, judge, outcomeOf } from './healthy.ts';

const second = 1000;
const day = 86_400_000;

const notBefore = '2022-11-22T10:42:00.000Z';
const notAfter = '2026-11-22T10:42:00.000Z';
const credential = { notBefore, notAfter };
const moment = (of: string, later: number) => new Date(Date.parse(of) + later);

describe('expired-certificate', () => {
  test.each([
    [-second, ['pass', 'valid_until']],
    [0, ['pass', 'valid_until']],
    [second, ['fail', 'expired_on']],
  ])('%i ms after its end', (later, said) => {
    expect(judge(expiredCertificate, { credential }, moment(notAfter, later))).toEqual(said);
  });

  test('tells the exact date, and how to renew', () => {
    expect(outcomeOf(expiredCertificate, { credential })).toEqual({
      status: 'fail',
      evidence: [{ key: 'expired_on', values: [{ date: notAfter }] }],
      repair: 'renew-certificate',
    });
    expect(outcomeOf(expiredCertificate)).not.toHaveProperty('repair');
  });
});

describe('not-yet-valid-certificate', () => {
  test.each([
    [-second, ['fail', 'starts_on'], 'wait-until-valid'],
    [0, ['pass', 'valid_since'], undefined],
    [second, ['pass', 'valid_since'], undefined],
  ])('%i ms after its beginning', (later, said, repair) => {
    const then = moment(notBefore, later);
    expect(judge(notYetValidCertificate, { credential }, then)).toEqual(said);
    expect(outcomeOf(notYetValidCertificate, { credential }, then).repair).toBe(repair);
  });
});

describe('expiring-certificate', () => {
  test.each([
    [0, 'warning', 'expires_within_a_week'],
    [7 * day, 'warning', 'expires_within_a_week'],
    [7 * day + second, 'warning', 'expires_within_a_month'],
    [30 * day, 'warning', 'expires_within_a_month'],
    [30 * day + second, 'pass', 'expires_within_two_months'],
    [60 * day, 'pass', 'expires_within_two_months'],
    [60 * day + second, 'pass', 'expires_within_three_months'],
    [90 * day, 'pass', 'expires_within_three_months'],
  ])('an e.firma with %i ms left', (left, status, key) => {
    const outcome = outcomeOf(expiringCertificate, { credential }, moment(notAfter, -left));
    expect(outcome).toEqual({
      status,
      evidence: [{ key }, { key: 'valid_until', values: [{ date: notAfter }] }],
      repair: 'renew-certificate',
    });
  });

  test.each([
    [3 * day, ['warning', 'expires_within_three_days', 'valid_until']],
    [3 * day + second, ['warning', 'expires_within_a_week', 'valid_until']],
    [7 * day + second, ['pass', 'expires_within_fifteen_days', 'valid_until']],
    [15 * day, ['pass', 'expires_within_fifteen_days', 'valid_until']],
    [15 * day + second, ['pass', 'valid_until']],
  ])('a certificate of the IMSS with %i ms left', (left, said) => {
    const ofTheImss = { credential: { ...credential, kind: 'imss' as const } };
    expect(judge(expiringCertificate, ofTheImss, moment(notAfter, -left))).toEqual(said);
  });

  test('with more than ninety days left, nothing but the date is told', () => {
    const then = moment(notAfter, -90 * day - second);
    expect(outcomeOf(expiringCertificate, { credential }, then)).toEqual({
      status: 'pass',
      evidence: [{ key: 'valid_until', values: [{ date: notAfter }] }],
    });
  });

  test('expired or not begun, it is for the other checks to tell', () => {
    const after = moment(notAfter, second);
    const before = moment(notBefore, -second);
    expect(judge(expiringCertificate, { credential }, after)).toEqual(['not_applicable']);
    expect(judge(expiringCertificate, { credential }, before)).toEqual(['not_applicable']);
  });
});

test.each([
  ['efirma', ['pass', 'kind_efirma']],
  ['csd', ['fail', 'kind_csd']],
  ['imss', ['warning', 'kind_imss']],
  ['other', ['fail', 'kind_other']],
] as const)('a certificate of kind %s', (kind, said) => {
  expect(judge(certificateOfAnotherKind, { credential: { kind } })).toEqual(said);
});

test.each([
  [true, ['warning', 'newer_certificate']],
  [false, ['pass', 'newest_certificate']],
])('superseded: %s', (superseded, said) => {
  expect(judge(supersededCertificate, { credential: { superseded } })).toEqual(said);
});

test.each([
  ['production', ['pass', 'issuer_production']],
  ['added', ['pass', 'issuer_added']],
  ['test', ['warning', 'issuer_test']],
  ['unknown', ['warning', 'issuer_unknown']],
] as const)('issuer %s', (issuer, said) => {
  expect(judge(unknownIssuer, { credential: { issuer } })).toEqual(said);
});

describe('unchecked-revocation', () => {
  const asked = 'http://www.sat.gob.mx/ocsp';
  const said = (revocation: RevocationAnswer) => uncheckedRevocation.judge({ revocation }, at);
  const revokedAt = '2026-11-01T08:00:00.000Z';
  const revoked = { status: 'revoked', revokedAt, thisUpdate: revokedAt, asked } as const;

  test('good, and by whose answer of when', () => {
    const thisUpdate = '2026-11-22T11:50:00.000Z';
    expect(said({ status: 'good', thisUpdate, asked })).toEqual({
      status: 'pass',
      evidence: [{ key: 'revocation_good', values: [{ date: thisUpdate }] }],
    });
  });

  test.each<[RevocationReason | undefined, string[]]>([
    [undefined, []],
    ['unspecified', []],
    ['removeFromCRL', []],
    ['keyCompromise', ['revoked_for_key_compromise']],
    ['cACompromise', ['revoked_for_issuer_compromise']],
    ['aACompromise', ['revoked_for_issuer_compromise']],
    ['affiliationChanged', ['revoked_for_affiliation_changed']],
    ['superseded', ['revoked_for_superseded']],
    ['cessationOfOperation', ['revoked_for_cessation']],
    ['certificateHold', ['revoked_for_hold']],
    ['privilegeWithdrawn', ['revoked_for_privilege_withdrawn']],
  ])('revoked for %s: since when, and why', (reason, why) => {
    expect(said({ ...revoked, ...(reason && { reason }) })).toEqual({
      status: 'fail',
      evidence: [
        { key: 'revocation_revoked', values: [{ date: revokedAt }] },
        ...why.map((key) => ({ key })),
      ],
    });
  });

  test.each(revocationGaps)('unknown because of %s: it says so, and is never fine', (reason) => {
    const outcome = said({ status: 'unknown', reason, asked });
    expect(outcome).toMatchObject({
      status: 'unknown',
      evidence: [{ key: `revocation_${reason}` }],
    });
    const isUpToThem = /^(?:not_allowed|no_permission)$/.test(reason);
    expect(outcome.missing).toBe(isUpToThem ? 'revocation' : undefined);
    expect(outcome.origin).toBe(new URL(asked).origin);
  });
});
