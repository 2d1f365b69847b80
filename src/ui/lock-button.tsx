import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sendMessage } from '../messages.ts';
import { Failure } from './failure.tsx';
import { problemOf, type Problem } from './failure-text.ts';

interface LockButtonProps {
  children: ComponentChildren;
  isPlain?: boolean;
}

/** Locks at once. If that ever fails, the person must know that it is still open. */
export function LockButton({ children, isPlain }: LockButtonProps) {
  const [problem, setProblem] = useState<Problem>();
  const lock = () => {
    sendMessage('lock').then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(problemOf(error)),
    );
  };
  return (
    <>
      <button type="button" class={isPlain ? 'plain' : undefined} onClick={lock}>
        {children}
      </button>
      {problem && <Failure problem={problem} />}
    </>
  );
}
