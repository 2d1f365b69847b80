import type { ComponentChildren } from 'preact';

/** A drawing beside a step that says it all; `mark` is what to press, `wash` a filling. */
export function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="guide-picture" viewBox="0 0 160 90" aria-hidden="true">
      {children}
    </svg>
  );
}
