import { nowBy, type Snapshot } from '../snapshot.ts';
import { SignIn, type SignInProps } from '../ui/sign-in.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';

/** The sign-in of a tab, in a window of its own. */
export function LiveSignIn({
  first,
  ...props
}: Omit<SignInProps, 'snapshot' | 'now'> & { first: Snapshot }) {
  const snapshot = useSnapshot(first);
  return <SignIn {...props} snapshot={snapshot} now={nowBy(snapshot)} />;
}
