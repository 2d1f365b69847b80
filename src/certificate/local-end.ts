/** A moment as a clock on the wall shows it. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM:SS`, 24 hours */
  time: string;
}

/**
 * The last second of a certificate as it is read off a clock in a time zone: `notAfter` itself is
 * still good (RFC 5280 section 4.1.2.5). An e.firma that ends on the 17th at 04:37 UTC ends in
 * Mexico on the 16th at 22:37. `timeZone` is a name of the IANA list.
 */
export function localEnd(notAfter: Date, timeZone = 'America/Mexico_City'): LocalMoment {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(notAfter);
  const text = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  return {
    date: `${text('year').padStart(4, '0')}-${text('month')}-${text('day')}`,
    time: `${text('hour')}:${text('minute')}:${text('second')}`,
  };
}
