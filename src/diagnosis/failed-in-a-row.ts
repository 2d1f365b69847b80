/** The sign-ins to one portal that failed one after the other, before one went well. */
import type { DiagnosedCause } from './diagnosis.ts';
import type { PageFacts } from './facts.ts';

/** A cause without what speaks for it. */
export type NamedCause = Pick<DiagnosedCause, 'id' | 'certainty' | 'repair'>;

/** One sign-in that failed. */
export interface FailedSignIn {
  tabId: number;
  /** ISO 8601, UTC, by this computer: when its page began to load. */
  at: string;
  cause: NamedCause;
  /** The portal said no: that page was not only slow. */
  isTurnedDown?: true;
  /** Id of the record of the e.firma that was given to it from here. */
  filledWith?: string;
}

/** The first, and those that came last: more says nothing more. */
const mostKept = 8;

/** What is kept of an attempt that failed in a tab, by what was known of its cause. */
export function failedSignIn(
  tabId: number,
  { at, texts, widget, filledWith }: PageFacts,
  cause: NamedCause,
): FailedSignIn {
  const isTurnedDown = widget === 'error' || texts.some((text) => text.class !== undefined);
  return {
    tabId,
    at,
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
  const others = all.filter(({ tabId, at }) => tabId !== next.tabId || at !== next.at);
  const [first, ...rest] = [...others, next];
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
