import { appendFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { accuracyFolder, type InjectedResult } from './result.ts';

/** Keeps what came of a run, where the run asks for it. */
export function record(result: Omit<InjectedResult, 'test'>): void {
  const folder = process.env[accuracyFolder];
  if (folder === undefined) return;
  const test = relative(process.cwd(), expect.getState().testPath ?? '');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${result.list}.jsonl`), `${JSON.stringify({ ...result, test })}\n`);
}
