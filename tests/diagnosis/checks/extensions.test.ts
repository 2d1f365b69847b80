import { describe, expect, test } from 'vitest';
import blockedResource from '../../../src/diagnosis/checks/blocked-resource.ts';
import conflictingExtension from '../../../src/diagnosis/checks/conflicting-extension.ts';
import foreignMessage from '../../../src/diagnosis/checks/foreign-message.ts';
import pausedExtension from '../../../src/diagnosis/checks/paused-extension.ts';
import type { OtherExtension } from '../../../src/diagnosis/index.ts';
import { judge, outcomeOf } from './healthy.ts';

function extension(
  access: OtherExtension['access'],
  permissions: string[] = [],
  isForced = false,
): OtherExtension {
  const name = [access, ...permissions].join(' ');
  return { id: name, name, version: '1', access, permissions, isForced };
}

describe('conflicting-extension', () => {
  const strong = extension('portal', ['proxy']);
  const weak = extension('all_sites');

  test.each([
    [[], ['pass', 'no_powerful_extension']],
    [[extension('none', ['scripting', 'cookies'])], ['pass', 'no_powerful_extension']],
    [[weak], ['pass', 'extension_possible']],
    // 58 points, and 60.
    [[extension('all_sites', ['debugger', 'scripting'])], ['pass', 'extension_possible']],
    [[strong], ['pass', 'extension_very_suspicious']],
    [
      [extension('portal', ['proxy'], true)],
      ['pass', 'extension_very_suspicious', 'extension_forced'],
    ],
  ])('%j', (others, said) => {
    expect(judge(conflictingExtension, { extensions: { others } })).toEqual(said);
  });

  test('names the one that could do most, and accuses nobody of what it only could do', () => {
    const mighty = ['proxy', 'debugger', 'webRequestBlocking', 'userScripts', 'scripting'];
    const mightiest = extension('portal', mighty);
    const outcome = outcomeOf(conflictingExtension, {
      extensions: { others: [weak, strong, mightiest] },
    });
    expect(outcome.evidence?.[0]?.values).toEqual([mightiest.name]);
    expect(outcome.status).toBe('pass');
    expect(outcome).not.toHaveProperty('repair');
  });
});

test.each([
  [0, ['pass', 'no_file_blocked'], undefined],
  [1, ['warning', 'files_blocked'], 'pause-extensions'],
])('blocked-resource: %i', (blocked, said, repair) => {
  expect(judge(blockedResource, { page: { blocked } })).toEqual(said);
  expect(outcomeOf(blockedResource, { page: { blocked } }).repair).toBe(repair);
});

test.each([
  [{ widget: 'closed_early' }, ['pass', 'no_foreign_message'], undefined],
  [{ foreignMessages: 2 }, ['warning', 'foreign_messages'], 'pause-extensions'],
  [{ foreignMessages: 2, widget: 'ok' }, ['pass', 'foreign_messages'], undefined],
  [
    { foreignMessages: 2, widget: 'closed_early' },
    ['fail', 'foreign_messages', 'signing_failed'],
    'pause-extensions',
  ],
  [
    { foreignMessages: 1, widget: 'no_message' },
    ['fail', 'foreign_messages', 'signing_failed'],
    'pause-extensions',
  ],
] as const)('foreign-message: %j', (page, said, repair) => {
  expect(judge(foreignMessage, { page })).toEqual(said);
  expect(outcomeOf(foreignMessage, { page }).repair).toBe(repair);
});

test('paused-extension: says how many, so that none is forgotten', () => {
  expect(judge(pausedExtension)).toEqual(['pass', 'no_extension_paused']);
  expect(outcomeOf(pausedExtension, { extensions: { paused: ['a', 'b'] } })).toEqual({
    status: 'warning',
    evidence: [{ key: 'extensions_paused', values: [2] }],
  });
});
