import { redact } from '../diagnosis/index.ts';
import { fieldsOf, itemsOf, textOf } from './read-values.ts';
import type { ReportExtensions } from './report.ts';

const longestName = 60;

/** The name of an extension as it may be told. */
export function extensionName(name: string): string {
  return redact(name).slice(0, longestName);
}

/** Out of `SeenFacts`: how many there are, and their names where the person wants. @throws DamagedError */
export function readExtensions(value: unknown, isNamed: boolean): ReportExtensions | undefined {
  if (value === undefined) return undefined;
  const names = itemsOf(value).map((item) => textOf(fieldsOf(item)['name']));
  return { count: names.length, ...(isNamed && { names: names.map(extensionName) }) };
}
