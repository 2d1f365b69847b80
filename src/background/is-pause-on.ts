import type { Change } from '../messages.ts';
import type { Pause } from '../storage.ts';

/**
 * Whether all that a change paused is off still. Some may be on again: switched on by hand, or by
 * us because their time was over.
 */
export function isPauseOn(
  { isTemporary, names, state }: Pick<Change, 'isTemporary' | 'names' | 'state'>,
  pause: Pick<Pause, 'extensions'> | undefined,
): boolean {
  const off = new Set(pause?.extensions.map(({ name }) => name));
  return isTemporary && state === 'done' && names.every((name) => off.has(name));
}
