import { DamagedError } from './read-values.ts';
import type { Part } from './report.ts';
import type { Source } from './sources.ts';

/** One part, out of its own source: what is wrong with it stays its own. */
export function partOf<Value>(
  source: Source,
  read: (value: unknown) => Value | undefined,
): Part<Value> {
  if (!source) return { state: 'reading' };
  if ('failed' in source) return { state: 'unreadable', why: source.failed };
  if (source.value === undefined) return { state: 'none' };
  try {
    const value = read(source.value);
    return value === undefined ? { state: 'none' } : { state: 'read', value };
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    return { state: 'unreadable', why: 'damaged' };
  }
}

/** The first of two that says something; what could not be read counts before what is not there. */
export function firstPart<Value>(one: Part<Value>, other: Part<Value>): Part<Value> {
  if (one.state === 'read' || one.state === 'reading') return one;
  return other.state === 'none' ? one : other;
}
