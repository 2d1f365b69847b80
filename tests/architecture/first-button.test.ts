import { expect, test } from 'vitest';
import { causes, type CauseId } from '../../src/diagnosis/index.ts';

/** Causes without a button of their own, and why. */
const without: Partial<Record<CauseId, string>> = {
  'user.wrong_portal': 'Only the person knows what they came for: the official places are listed.',
};

test('every cause has a first button, or says why it has none', () => {
  const bare = causes.filter((cause) => !('repair' in cause)).map(({ id }) => id);
  expect(bare).toEqual(Object.keys(without));
});
