import { releases } from './releases.ts';

export type ReleaseChannel = keyof typeof releases;

const day = 86_400_000;

/** What is believed of versions that the table does not know yet. */
const prediction = {
  daysBetweenMajors: 14,
  /** In favour of the person: a release is taken to come as late as this many would. */
  lateMajors: 2,
};

/** When a major version came out, or is thought to; milliseconds since the epoch. */
function releasedAt(channel: ReleaseChannel, major: number): number {
  const dates = releases[channel];
  const majors = Object.keys(dates).map(Number);
  const [first, last] = [Math.min(...majors), Math.max(...majors)];
  const dateOf = (known: number) => Date.parse(dates[known] ?? '');
  if (major <= last) return dateOf(Math.max(first, major));
  const majorsAfter = major - last + prediction.lateMajors;
  return dateOf(last) + majorsAfter * prediction.daysBetweenMajors * day;
}

/** When the next major version came out, or is thought to. */
export function supersededAt(channel: ReleaseChannel, major: number): Date {
  return new Date(releasedAt(channel, major + 1));
}

/**
 * Whole days since then; negative while it has not. A browser that is newer than the table foresees
 * needs no rule of its own: nothing has superseded it.
 */
export function supersededDays(channel: ReleaseChannel, major: number, at: Date): number {
  return Math.floor((at.getTime() - releasedAt(channel, major + 1)) / day);
}
