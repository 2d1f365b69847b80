/** Milliseconds for which a person still has in mind what files they brought. */
const keptFor = 30 * 60_000;

/** Whether that was long ago; or later than now, by a clock that was set since. Milliseconds since the epoch. */
export function isOld(at: number, now: number): boolean {
  return at > now || now - at > keptFor;
}
