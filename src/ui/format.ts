import { t } from '../i18n.ts';

const locale = 'es-MX';
const timeZone = 'America/Mexico_City';

const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
const timeFormat = new Intl.DateTimeFormat(locale, {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone,
});
const localTimeFormat = new Intl.DateTimeFormat(locale, {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const localDayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone });
const listFormat = new Intl.ListFormat(locale);
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** «17 de mayo de 2027», in the time of central Mexico whatever the computer says. */
export function formatDate(date: Date): string {
  return dateFormat.format(date);
}

/** «00:33», in the time of central Mexico. */
export function formatTime(date: Date): string {
  return timeFormat.format(date);
}

/** «17 de mayo de 2027 a las 00:33». */
export function formatDateTime(date: Date): string {
  return t('date_at', formatDate(date), formatTime(date));
}

/** Midnights of central Mexico between two moments. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round(
    (Date.parse(dayFormat.format(to)) - Date.parse(dayFormat.format(from))) / 86_400_000,
  );
}

/** Whole months of central Mexico between two moments. */
export function monthsBetween(from: Date, to: Date): number {
  const [start, end] = [calendar(from), calendar(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

/** «20 días», «1 minuto»: a number with its unit, in the right grammatical number. */
export function formatAmount(amount: number, unit: 'year' | 'month' | 'day' | 'minute'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** «1 año y 10 meses». */
export function formatMonths(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return listFormat.format([
    ...(years > 0 ? [formatAmount(years, 'year')] : []),
    ...(rest > 0 ? [formatAmount(rest, 'month')] : []),
  ]);
}

/** «uno, otro y otro más». */
export function formatList(items: readonly string[]): string {
  return listFormat.format(items);
}

/** «1,200». */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/** «11:05» by this computer, for what happens on it and now. */
export function formatLocalTime(date: Date): string {
  return localTimeFormat.format(date);
}

/** «11:05» of the day that `now` is in, «21 de noviembre a las 11:05» of others, by this computer. */
export function formatLocalMoment(date: Date, now: Date): string {
  const time = formatLocalTime(date);
  const isSameDay = date.toDateString() === now.toDateString();
  return isSameDay ? time : t('date_at', localDayFormat.format(date), time);
}

/** «4:32», from milliseconds; never less than «0:00». */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** «1.3 KB», «50 MB». */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${numberFormat.format(bytes)} B`;
  if (bytes < 1024 ** 2) return `${numberFormat.format(bytes / 1024)} KB`;
  return `${numberFormat.format(bytes / 1024 ** 2)} MB`;
}

function calendar(date: Date): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = dayFormat.format(date).split('-').map(Number);
  return { year, month, day };
}
