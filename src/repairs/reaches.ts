import { originsOf, siteOf, type Portal } from '../portals/index.ts';
import type { Repair } from './repair.ts';

/** Whether what a repair changes for one portal may tell on the next sign-in to another. */
export function reaches(
  { isEverywhere, endsSession }: Pick<Repair, 'isEverywhere' | 'endsSession'>,
  made: Portal,
  other: Portal,
): boolean {
  if (isEverywhere) return true;
  if (endsSession === 'site') return siteOf(made) === siteOf(other);
  if (endsSession === 'portal') return made.host === other.host;
  const origins = originsOf(other);
  return originsOf(made).some((origin) => origins.includes(origin));
}
