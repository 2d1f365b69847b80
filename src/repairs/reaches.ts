import { originsOf, siteOf, type Portal } from '../portals/index.ts';
import type { Reach } from './repair.ts';

const within: Readonly<Record<Reach, (made: Portal, other: Portal) => boolean>> = {
  host: (made, other) => made.host === other.host,
  frames: (made, other) => originsOf(made).some((origin) => originsOf(other).includes(origin)),
  site: (made, other) => siteOf(made) === siteOf(other),
  everywhere: () => true,
};

/** Whether what a repair changes for one portal may tell on the next sign-in to another. */
export function reaches(reach: Reach, made: Portal, other: Portal): boolean {
  return within[reach](made, other);
}
