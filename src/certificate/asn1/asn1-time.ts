import { DerError, type DerNode } from './der.ts';
import { tags } from './tags.ts';

/** Digits of the year, by tag. */
const yearDigits: Readonly<Record<number, 2 | 4>> = {
  [tags.utcTime]: 2,
  [tags.generalizedTime]: 4,
};

const z = 0x5a;

/**
 * A UTCTime or GeneralizedTime, to the second and in UTC (RFC 5280 section 4.1.2.5): two-digit
 * years from 50 are of the last century.
 *
 * @throws DerError also for dates that do not exist, as the 30th of February
 */
export function timeValue(node: DerNode | undefined): Date {
  const digits = node && yearDigits[node.tag];
  if (!digits) throw new DerError('not a time');
  const { bytes, inside, end } = node;
  const rest = inside + digits;
  if (end !== rest + 11 || bytes[end - 1] !== z) throw new DerError('not a time');
  const two = (offset: number) => digit(bytes[offset]) * 10 + digit(bytes[offset + 1]);
  const year = digits === 4 ? two(inside) * 100 + two(inside + 2) : recentYear(two(inside));
  const [month, day] = [two(rest), two(rest + 2)];
  const [hour, minute, second] = [two(rest + 4), two(rest + 6), two(rest + 8)];
  const isDay = day >= 1 && day <= daysOf(month, year);
  if (!isDay || hour > 23 || minute > 59 || second > 59) throw new DerError('no such time');
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Which takes years of two digits for those of the last century.
  if (year < 100) date.setUTCFullYear(year, month - 1, day);
  return date;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** None for a month that does not exist. */
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
}

function recentYear(written: number): number {
  return written + (written >= 50 ? 1900 : 2000);
}

function digit(octet: number | undefined): number {
  const value = (octet ?? 0) - 0x30;
  if (value < 0 || value > 9) throw new DerError('not a time');
  return value;
}
