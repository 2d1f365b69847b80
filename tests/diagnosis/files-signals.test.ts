import { describe, expect, test } from 'vitest';
import { causeIds } from '../../src/certificate/index.ts';
import { diagnose, signals, type Facts } from '../../src/diagnosis/index.ts';
import { credential, network, page } from './facts.ts';

const at = new Date('2026-11-22T12:00:00Z');
const none = { missing: 'no_credential' } as const;

/** What is said first of files that were refused for this; nothing is kept. */
function firstOf(facts: Facts) {
  const [first] = diagnose(signals(facts, at), facts, { at }).causes;
  return { cause: first?.id, certainty: first?.certainty };
}

describe('files that were refused', () => {
  /** They speak of how the files came, or of a date that is still to come. */
  const silent = ['cert.expiring', 'cert.pem', 'cert.swap', 'key.plain_or_pem'];
  /** Only some portals mind. */
  const depends = ['cert.moral', 'cert.weak_alg', 'cert.superseded'];

  test.each(causeIds.filter((id) => ![...silent, ...depends].includes(id)))(
    '%s is told as it was when they were brought',
    (cause) => {
      const facts: Facts = { credential: none, files: { refused: { cause } } };
      expect(firstOf(facts)).toEqual({ cause, certainty: 'is' });
    },
  );

  test.each(silent)('%s refuses nothing', (id) => {
    const cause = id as (typeof causeIds)[number];
    expect(signals({ credential: none, files: { refused: { cause } } }, at)).toEqual({});
  });

  test('one that cannot be read', () => {
    const facts: Facts = { credential: none, files: { refused: { cause: 'key.file_locked' } } };
    expect(firstOf(facts)).toEqual({ cause: 'user.file_unavailable', certainty: 'is' });
  });

  test('are not those of the e.firma that is here, which proves nothing of them', () => {
    const evidence = signals({ credential, files: { refused: { cause: 'pwd.wrong' } } }, at);
    expect(evidence).toEqual({ pwd: 'wrong' });
  });

  test('never hide a portal that is down; they are told besides', () => {
    const facts: Facts = {
      network: { ...network, portal: { ...network.portal, http: 503 } },
      credential: none,
      files: { refused: { cause: 'pwd.wrong' } },
    };
    const { causes, findings } = diagnose(signals(facts, at), facts, { at });
    expect(causes[0]?.id).toBe('portal.down');
    expect(findings).toContainEqual(expect.objectContaining({ id: 'pwd.wrong', status: 'fail' }));
  });

  test('that were good in the end say nothing', () => {
    const evidence = signals({ credential, files: {} }, at);
    expect(evidence).toMatchObject({ cert: 'ok', key: 'ok', pwd: 'ok' });
  });
});

describe('no e.firma here', () => {
  test('is the cause where nothing failed', () => {
    expect(firstOf({ credential: none, page, network })).toEqual({
      cause: 'cred.not_here',
      certainty: 'is',
    });
  });

  test.each<[string, Facts]>([
    ['one that is', { credential }],
    ['nobody looked', {}],
    ['nobody could look', { credential: { missing: 'failed' } }],
    ['a portal that is down', { credential: none, page: { ...page, http: 503 } }],
    ['no connection', { credential: none, network: { ...network, online: false } }],
    [
      'what the portal says',
      {
        credential: none,
        page: { ...page, texts: [{ text: 'Usuario no autorizado', class: 'no_role' }] },
      },
    ],
    ['what the person says', { credential: none, asked: { sees: 'nothing_happens' } }],
    ['files that were refused', { credential: none, files: { refused: { cause: 'pwd.wrong' } } }],
  ])('is not told beside %s', (_what, facts) => {
    expect(signals(facts, at)).not.toHaveProperty('noEfirma');
    expect(firstOf(facts).cause).not.toBe('cred.not_here');
  });
});
