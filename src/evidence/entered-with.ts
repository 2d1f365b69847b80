import type { AccountFacts } from '../diagnosis/index.ts';
import type { PortalEvent } from './gatherer.ts';

/**
 * With which e.firma a portal knows the person: this one, after a sign-in with it, or when the
 * account was made since it begins; else an earlier one. Undefined where nothing is known.
 * @param history what happened at that portal, with any e.firma of the same RFC
 * @param notBefore when the e.firma in question begins
 */
export function enteredWith(
  history: readonly PortalEvent[],
  notBefore: Date,
): AccountFacts['entered'] {
  const isWithThis = ({ what, isChosen, at }: PortalEvent): boolean =>
    what === 'entered' ? isChosen : new Date(at) >= notBefore;
  if (history.length === 0) return undefined;
  return history.some(isWithThis) ? 'with_this' : 'with_older';
}
