import { warningBytes } from './checks/oversized-cookies.ts';
import type { Evidence } from './evidence.ts';

/** What keeps people out without being a sign that they tried. */
const troubles: readonly ((evidence: Evidence) => boolean)[] = [
  ({ translated }) => translated === true,
  ({ applet }) => applet === true,
  ({ chunkError }) => chunkError === true,
  ({ blockedByClient = 0 }) => blockedByClient > 0,
  ({ cookies }) => cookies === 'block',
  ({ cookieBytes = 0 }) => cookieBytes > warningBytes,
  ({ portalTabs = 0 }) => portalTabs > 1,
];

/** Whether something is wrong that has nothing to do with what the person brought here. */
export function hasTrouble(evidence: Evidence): boolean {
  return troubles.some((isThere) => isThere(evidence));
}
