import type { ComponentChildren } from 'preact';
import { useArmed } from './use-armed.ts';

interface ApproveButtonProps {
  busy: boolean;
  onApprove: () => void;
  children: ComponentChildren;
}

/**
 * The button that says yes. It listens only to the person's own click or Enter, and not at once
 * after its window came up: see {@link useArmed}.
 */
export function ApproveButton({ busy, onApprove, children }: ApproveButtonProps) {
  const { armed, isArmed } = useArmed(busy);
  return (
    <button
      type="submit"
      class="primary"
      aria-disabled={!armed || busy}
      onClick={(event) => {
        event.preventDefault();
        if (event.isTrusted && isArmed() && !busy) onApprove();
      }}
    >
      {children}
    </button>
  );
}
