/** What was kept may be damaged, or of another version: every value is looked at before it is taken. */

/** It is not what was written there. */
export class DamagedError extends Error {}

/** Numbers beyond are none that were counted or measured here; an NSS or a telephone has more digits. */
const mostCounted = 9_999_999;

const isoShape = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

type Fields = Readonly<Record<string, unknown>>;

/** @throws DamagedError for anything but an object */
export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DamagedError();
  return value as Fields;
}

/** @throws DamagedError for anything but a list */
export function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new DamagedError();
  return value;
}

/** @throws DamagedError for anything but a text */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new DamagedError();
  return value;
}

/** A moment as ISO 8601, UTC, written anew. @throws DamagedError for anything else */
export function momentOf(value: unknown): string {
  const text = textOf(value);
  const moment = new Date(text);
  if (!isoShape.test(text) || Number.isNaN(moment.getTime())) throw new DamagedError();
  return moment.toISOString();
}

/** A number that can be counted or measured; undefined for anything else. */
export function countIn(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= mostCounted ? value : undefined;
}

/** The value, if it is one of these. */
export function oneOf<Value extends string>(
  values: readonly Value[],
  value: unknown,
): Value | undefined {
  return values.find((known) => known === value);
}

/** An object without what is not known. */
export function withoutGaps<Whole extends object>(whole: {
  [Key in keyof Whole]: Whole[Key] | undefined;
}): Whole {
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as Whole;
}
