import { expect, test } from 'vitest';
import { causes, type CauseId } from '../../src/diagnosis/index.ts';

/** The first part of the ids whose causes have to lead somewhere. */
const layers: ReadonlySet<string> = new Set(['cert', 'key', 'pfx', 'pwd', 'cred', 'acc']);

/** Causes of theirs without a button of their own, and why. */
const without: Partial<Record<CauseId, string>> = {
  'acc.sync_wait': 'Nothing but time helps: it is waited for.',
};

const covered = causes.filter(({ id }) => layers.has(id.replace(/\..*$/, '')));

test('every layer that is named has causes', () => {
  expect(new Set(covered.map(({ id }) => id.replace(/\..*$/, '')))).toEqual(layers);
});

test('every cause of these layers has a first button, or says why it has none', () => {
  const bare = covered.filter((cause) => !('repair' in cause)).map(({ id }) => id);
  expect(bare.filter((id) => without[id] === undefined)).toEqual([]);
});
