import { DerError, tags, type DerNode } from './der.ts';
import { fromLatin1 } from './windows-1252.ts';

const forms: Readonly<Record<number, RegExp>> = {
  [tags.utcTime]: /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/,
  [tags.generalizedTime]: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/,
};

/**
 * A UTCTime or GeneralizedTime, to the second and in UTC (RFC 5280 section 4.1.2.5): two-digit
 * years from 50 are of the last century.
 *
 * @throws DerError also for dates that do not exist, as the 30th of February
 */
export function timeValue(node: DerNode | undefined): Date {
  const form = node && forms[node.tag];
  const match = form?.exec(fromLatin1(node?.content ?? new Uint8Array()));
  if (!node || !match) throw new DerError('not a time');
  const [written = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const century = node.tag === tags.generalizedTime ? 0 : written >= 50 ? 1900 : 2000;
  const date = new Date(0);
  date.setUTCFullYear(century + written, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  if (!exists) throw new DerError('no such time');
  return date;
}
