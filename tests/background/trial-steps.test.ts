import { expect, test } from 'vitest';
import { judgedSteps } from '../../src/background/trial-steps.ts';
import { causeIds, type CredentialVerdict } from '../../src/certificate/index.ts';

type Findings = CredentialVerdict['findings'];

const allPass: Findings = causeIds
  .filter((id) => id !== 'cert.revoked')
  .map((id) => ({ id, status: 'pass' }));

function without(id: string): Findings {
  return allPass.filter((finding) => finding.id !== id);
}

/** The steps that did not pass, as `id status reason`. */
function notPassed(...args: Parameters<typeof judgedSteps>): string[] {
  return judgedSteps(...args)
    .filter(({ status }) => status !== 'pass')
    .map(({ id, status, reason }) => `${id} ${status} ${reason}`);
}

test('nothing that was found passes nothing', () => {
  expect(notPassed([])).toEqual(
    ['files', 'pair', 'password', 'form', 'dates', 'issuer'].map(
      (id) => `${id} unknown not_reached`,
    ),
  );
});

test.each([
  ['key.corrupt', 'files'],
  ['cert.wrong_file', 'files'],
  ['key.mismatch', 'pair'],
  ['pwd.caps', 'password'],
  ['cert.is_csd', 'form'],
  ['cert.weak_alg', 'form'],
  ['cert.superseded', 'form'],
  ['pwd.encoding', 'form'],
  ['cert.expired', 'dates'],
  ['cert.untrusted', 'issuer'],
] as const)('%s fails the step %s and no other', (id, step) => {
  expect(notPassed([...without(id), { id, status: 'fail' }])).toEqual([`${step} fail ${id}`]);
});

test('what could not be looked at hides no fault, and is never a pass', () => {
  const unknown = { id: 'pwd.wrong', status: 'unknown' } as const;
  const findings: Findings = [...without('pwd.wrong'), unknown];
  expect(notPassed(findings)).toEqual(['password unknown not_reached']);
  expect(notPassed(findings, { password: 'key_in_clear' })).toEqual([
    'password unknown key_in_clear',
  ]);
  expect(notPassed([{ id: 'pwd.spaces', status: 'fail' }, ...findings])).toEqual([
    'password fail pwd.spaces',
  ]);
});

test('a warning is told with what it warns of', () => {
  const findings: Findings = [
    ...without('cert.expiring'),
    { id: 'cert.expiring', status: 'warning' },
  ];
  expect(notPassed(findings)).toEqual(['dates warning cert.expiring']);
});

test('revocation is asked elsewhere and changes no other step', () => {
  expect(notPassed([...allPass, { id: 'cert.revoked', status: 'unknown' }])).toEqual([]);
});
