/** The last form that was sent to a portal, and how often its sign-in page was loaded since. */
export interface LoginPost {
  /** Milliseconds since the epoch. */
  at: number;
  loads: number;
}

const countedFor = 60_000;

/**
 * Counts a load of the sign-in page. Two within a minute after one form was sent are a loop: the
 * portal took the form and forgot who it was. Sending again begins anew.
 */
export function loadAfter(
  post: LoginPost | undefined,
  { at, isPost }: { at: number; isPost: boolean },
): LoginPost | undefined {
  if (isPost) return { at, loads: 0 };
  if (!post || at - post.at > countedFor) return undefined;
  return { ...post, loads: post.loads + 1 };
}

/**
 * Whether a sign-in page that its own page goes to at `at` comes too soon after the widget took the
 * e.firma: nobody has been in, and out again, by then.
 */
export function isTooSoon(acceptedAt: number | undefined, at: number): boolean {
  return acceptedAt !== undefined && at - acceptedAt <= countedFor;
}
