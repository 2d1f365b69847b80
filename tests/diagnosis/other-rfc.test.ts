/** The portal says that the RFC is not the right one, and it is that of the e.firma. */
import { expect, test } from 'vitest';
import { nextQuestion, type Evidence } from '../../src/diagnosis/index.ts';
import { certaintyOfBest } from '../../src/diagnosis/certainty.ts';
import { rank } from '../../src/diagnosis/rank.ts';

const said: Evidence = {
  cert: 'ok',
  key: 'ok',
  pwd: 'ok',
  text: 'rfc_mismatch',
  rfcTyped: 'same',
};

test.each([
  ['buzon-imss', 'acc.rfc_mismatch'],
  ['escritorio-virtual', 'acc.rfc_mismatch'],
  ['idse', 'acc.rep_not_linked'],
] as const)('at %s it is most likely %s, and never surely', (portal, cause) => {
  const causes = rank({ ...said, portal });
  expect(causes[0]?.id).toBe(cause);
  expect(certaintyOfBest(causes)).toBe('likely');
});

test('at IDSE, whose form asks for no RFC, nobody has typed another', () => {
  const { rfcTyped: _, ...untyped } = said;
  const causes = rank({ ...untyped, portal: 'idse' });
  expect(causes[0]?.id).toBe('acc.rep_not_linked');
  expect(certaintyOfBest(causes)).toBe('likely');
});

test('there it may also be the e.firma of another, and what is asked tells the two apart', () => {
  const evidence: Evidence = { ...said, portal: 'idse' };
  const [first, second] = rank(evidence);
  expect([first?.id, second?.id]).toEqual(['acc.rep_not_linked', 'acc.rfc_mismatch']);
  expect(nextQuestion(evidence)?.id).toBe('linked');
});
