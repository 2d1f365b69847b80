import type { ComponentChildren } from 'preact';
import { CheckIcon } from './icons.tsx';
import { useFocus } from './use-focus.ts';

/** It worked: one sentence, which takes the focus. */
export function Done({ text, children }: { text: string; children?: ComponentChildren }) {
  const heading = useFocus<HTMLHeadingElement>(text);
  return (
    <div class="done" role="status">
      <CheckIcon />
      <div>
        <h2 tabIndex={-1} ref={heading}>
          {text}
        </h2>
        {children}
      </div>
    </div>
  );
}
