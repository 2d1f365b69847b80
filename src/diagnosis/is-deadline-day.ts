/**
 * Whether most people are at the portals at once. Monthly contributions are due by the 17th; when
 * that is no working day, by the next one (Ley del Seguro Social, article 39; Código Fiscal de la
 * Federación, article 12).
 * @param at now, by the best clock there is
 */
export function isDeadlineDay(at: Date): boolean {
  const today = inMexicoCity(at);
  const due = startOf(today);
  due.setUTCDate(17);
  if (today < due) return false;
  while (!isWorkingDay(due)) due.setUTCDate(due.getUTCDate() + 1);
  return startOf(today) <= due;
}

/** The time there as if it were UTC; it has had no daylight saving time since 2022. */
function inMexicoCity(at: Date): Date {
  return new Date(at.getTime() - 6 * 60 * 60_000);
}

function startOf(day: Date): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
}

/** March and November, counted from 0: their third Mondays are holidays (Ley Federal del Trabajo, 74). */
const monthsWithHoliday = [2, 10];

function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  const isThirdMonday = weekday === 1 && Math.ceil(day.getUTCDate() / 7) === 3;
  const isHoliday = isThirdMonday && monthsWithHoliday.includes(day.getUTCMonth());
  return weekday > 0 && weekday < 6 && !isHoliday;
}
