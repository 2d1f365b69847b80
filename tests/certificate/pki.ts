import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makePki, type Pki } from '../pki/index.ts';

/** The moment of these tests: every date of the hierarchy is relative to it. */
export const now = new Date('2026-03-04T05:06:07.890Z');

/** A hierarchy for one test file, made before its tests and removed after them. */
export function usePki(): () => Pki {
  let made: Pki | undefined;
  beforeAll(async () => {
    made = await makePki(await mkdtemp(join(tmpdir(), 'firma-lista-')), now);
  }, 120_000);
  afterAll(async () => {
    if (made) await rm(made.directory, { recursive: true, force: true });
  });
  return () => {
    if (!made) throw new Error('the hierarchy is made before the tests, not while they are listed');
    return made;
  };
}

/** The code of the error that a promise or a call fails with; `undefined` when it does not fail. */
export async function codeOfFailure(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}
