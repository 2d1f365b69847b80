/** How far a portal's clock was ahead of this computer's, and when that was seen. */
export interface ClockReading {
  /** milliseconds */
  offset: number;
  /** Milliseconds since the epoch, by this computer's clock. */
  measuredAt: number;
}

const goodFor = 60 * 60_000;

/**
 * Milliseconds to add to this computer's clock. A reading is forgotten after an hour, and at once
 * when the computer's clock was set meanwhile: then its age makes no sense.
 */
export function offsetAt(now: number, reading: ClockReading | undefined): number {
  return reading && isFresh(now, reading) ? reading.offset : 0;
}

/** Whether a reading still tells anything. */
export function isFresh(now: number, reading: ClockReading): boolean {
  const age = now - reading.measuredAt;
  return age >= 0 && age <= goodFor;
}
