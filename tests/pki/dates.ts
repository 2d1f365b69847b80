const day = 86_400_000;

/** The same moment some days later, or earlier. */
export function daysFrom(date: Date, days: number): Date {
  return new Date(date.getTime() + days * day);
}

/** The same moment some calendar years later, or earlier, in UTC. */
export function yearsFrom(date: Date, years: number): Date {
  const moved = new Date(date);
  moved.setUTCFullYear(date.getUTCFullYear() + years);
  return moved;
}

/** Until when an e.firma is good: four years less one day, at the same second. */
export function efirmaEnd(notBefore: Date): Date {
  return daysFrom(yearsFrom(notBefore, 4), -1);
}
