export type Clock = () => Date;

/** A clock that starts at `now` and ticks on from there; the machine's own without `now`. */
export function startClock(now?: Date): Clock {
  if (!now) return () => new Date();
  const offset = now.getTime() - Date.now();
  return () => new Date(Date.now() + offset);
}
