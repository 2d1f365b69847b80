/** The sign-ins to one portal that failed one after the other, before one went well. */
import type { DiagnosedCause } from './diagnosis.ts';
import type { PageFacts } from './facts.ts';

/** A cause without what speaks for it. */
export type NamedCause = Pick<DiagnosedCause, 'id' | 'certainty' | 'repair'>;

/** One sign-in that failed. */
export interface FailedSignIn {
  tabId: number;
  /** ISO 8601, UTC, by this computer: when its page began to load, which tells it from others. */
  at: string;
  /** When it was first seen to have failed. */
  failedAt: string;
  cause: NamedCause;
  /** The portal said no: that page was not only slow. */
  isTurnedDown?: true;
  /** Id of the record of the e.firma that was given to it from here. */
  filledWith?: string;
}

/** The first, and those that came last: more says nothing more. */
const mostKept = 8;

/**
 * What is kept of an attempt that failed in a tab, by what was known of its cause.
 * @param now ISO 8601, UTC
 */
export function failedSignIn(
  tabId: number,
  { at, texts, widget, filledWith }: PageFacts,
  cause: NamedCause,
  now: string,
): FailedSignIn {
  const isTurnedDown = widget === 'error' || texts.some((text) => text.class !== undefined);
  return {
    tabId,
    at,
    failedAt: now,
    cause: nameOf(cause),
    ...(isTurnedDown && { isTurnedDown }),
    ...(filledWith !== undefined && { filledWith }),
  };
}

/** One more; what is known by now of the same attempt takes the place of what was known before. */
export function withFailed(
  all: readonly FailedSignIn[],
  next: FailedSignIn,
): readonly FailedSignIn[] {
  const isSame = ({ tabId, at }: FailedSignIn): boolean => tabId === next.tabId && at === next.at;
  const { failedAt } = all.find(isSame) ?? next;
  const [first, ...rest] = [...all.filter((failed) => !isSame(failed)), { ...next, failedAt }];
  return first ? [first, ...rest.slice(1 - mostKept)] : [];
}

/** Nothing is wrong any more in a tab: its last page was only slow, unless the portal had said no. */
export function withoutMended(all: readonly FailedSignIn[], tab: number): readonly FailedSignIn[] {
  const last = all.findLast(({ tabId }) => tabId === tab);
  return last && !last.isTurnedDown ? all.filter((failed) => failed !== last) : all;
}

export function nameOf({ id, certainty, repair }: NamedCause): NamedCause {
  return { id, certainty, ...(repair && { repair }) };
}
