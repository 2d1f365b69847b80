import { describe, expect, test } from 'vitest';
import { reasonsFor } from '../../src/app/diagnosis/reasons-for.ts';
import type { DiagnosisView } from '../../src/messages.ts';

const over = { key: 'signal_cert_expired' };
const said = { key: 'signal_text_not_valid_date' };
const http = { key: 'signal_http', values: [200] };
const on = { key: 'expired_on', values: [{ date: '2026-10-23T12:00:00.000Z' }] };

const check: DiagnosisView['findings'][number] = {
  id: 'expired-certificate',
  status: 'fail',
  evidence: [on],
  repair: 'renew-certificate',
};
const cause = { evidence: [over, said, http], repair: 'renew-certificate' } as const;
const expired = { ...cause, evidence: [...cause.evidence] };

describe('the reasons', () => {
  test('are the two weightiest', () => {
    expect(reasonsFor(expired, [])).toEqual([over, said]);
  });

  test('tell the date where the check knows it', () => {
    expect(reasonsFor(expired, [check])).toEqual([on, said]);
    expect(reasonsFor({ evidence: [], repair: 'renew-certificate' }, [check])).toEqual([on]);
  });

  test('are not taken from a check that passed, that is mended otherwise or knows no date', () => {
    const others: DiagnosisView['findings'] = [
      { ...check, status: 'pass' },
      { ...check, repair: 'set-clock' },
      { ...check, evidence: [http] },
    ];
    expect(reasonsFor(expired, others)).toEqual([over, said]);
    expect(
      reasonsFor({ evidence: [over] }, [{ id: check.id, status: 'fail', evidence: [on] }]),
    ).toEqual([over]);
  });
});
