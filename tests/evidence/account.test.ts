/** Of the attempts that a portal turned down, those that were made with the e.firma in question. */
import { expect, test } from 'vitest';
import account from '../../src/evidence/account.ts';
import type { Failures, Scene } from '../../src/evidence/gatherer.ts';
import { findPortal } from '../../src/portals/index.ts';
import { usePki } from '../certificate/pki.ts';

const pki = usePki();
const portal = findPortal('idse')!;
const failures: Failures = { all: 6, by: { mine: 2, other: 3 }, unknown: 1 };

function certificates(isOnlyHolder: boolean): NonNullable<Scene['certificates']> {
  const chosen = new Uint8Array(pki().credentials.person.readCertificate());
  return { chosen, id: 'mine', others: [], history: [], isOnlyHolder };
}

const gathered = (scene: Partial<Scene>) => account.gather({ portal, paused: [], ...scene });

test('those with another e.firma are not', async () => {
  expect(await gathered({ failures, certificates: certificates(false) })).toEqual({
    failed: 2,
    failedThere: 6,
  });
});

test('those that were typed in by hand are, where there is none of anybody else', async () => {
  expect(await gathered({ failures, certificates: certificates(true) })).toEqual({
    failed: 3,
    failedThere: 6,
  });
});

test('where none was added, only those that were typed in by hand', async () => {
  expect(await gathered({ failures })).toEqual({ failed: 1, failedThere: 6 });
});

test('none, while nothing fails', async () => {
  expect(await gathered({ certificates: certificates(true) })).toEqual({});
});
