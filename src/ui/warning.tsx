import type { Problem } from './failure-text.ts';
import { HelpDeskId } from './help-desk-id.tsx';
import { AlertIcon } from './icons.tsx';

/** It worked, and yet: what a person must know before counting on it. */
export function Warning({ problem }: { problem: Problem }) {
  return (
    <div class="warning" role="alert">
      <AlertIcon />
      <div>
        <p class="warning-text">{problem.text}</p>
        <HelpDeskId id={problem.id} detail={problem.detail} />
      </div>
    </div>
  );
}
