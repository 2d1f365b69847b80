import type { Finding } from '../../certificate/index.ts';
import type { Review } from '../../messages.ts';

const tellable = ['fail', 'warning'] as const satisfies readonly Finding['status'][];

/** What there is to say besides the cause; what stands in the way goes first. */
export function otherFindings({ findings, cause, detail }: Review): Finding[] {
  const others = findings.filter((each) => each.id !== cause || each.detail !== detail);
  return tellable.flatMap((wanted) => others.filter(({ status }) => status === wanted));
}
