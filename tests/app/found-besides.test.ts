import { expect, test } from 'vitest';
import { foundBesides } from '../../src/app/diagnosis/found-besides.ts';
import type { DiagnosisView } from '../../src/messages.ts';

const expired: DiagnosisView['causes'][number] = {
  id: 'cert.expired',
  certainty: 'is',
  repair: 'renew-certificate',
  evidence: [],
};
const finding = (
  rest: Pick<DiagnosisView['findings'][number], 'id' | 'status' | 'repair'>,
): DiagnosisView['findings'][number] => ({ evidence: [], ...rest });

const superseded = finding({ id: 'cert.superseded', status: 'warning' });
const offline = finding({ id: 'net.offline', status: 'fail' });

test('warnings and failures are told, what is fine or could not be looked at is not', () => {
  const findings = [
    superseded,
    offline,
    finding({ id: 'net.slow', status: 'pass' }),
    finding({ id: 'net.dns', status: 'unknown' }),
    finding({ id: 'net.proxy', status: 'manual' }),
    finding({ id: 'net.captive', status: 'not_applicable' }),
  ];
  expect(foundBesides({ causes: [expired], findings })).toEqual([superseded, offline]);
});

test('the cause that is shown is not told again, in its own words or in those of a check', () => {
  const findings = [
    finding({ id: 'cert.expired', status: 'fail' }),
    finding({ id: 'expired-certificate', status: 'fail', repair: 'renew-certificate' }),
    offline,
  ];
  expect(foundBesides({ causes: [expired], findings })).toEqual([offline]);
});

test('without a cause, everything that is wrong is told', () => {
  expect(foundBesides({ causes: [], findings: [superseded] })).toEqual([superseded]);
});

test('two that are mended alike are told once', () => {
  const clock = finding({ id: 'tls.clock', status: 'warning', repair: 'set-clock' });
  const check = { ...clock, id: 'expired-certificate' as const };
  expect(foundBesides({ causes: [], findings: [clock, check, offline] })).toEqual([clock, offline]);
});
