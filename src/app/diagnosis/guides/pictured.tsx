import type { ComponentChildren, VNode } from 'preact';

interface PicturedProps {
  picture: VNode;
  children: ComponentChildren;
}

/** A step, and under it a drawing of what to look for. */
export function Pictured({ picture, children }: PicturedProps) {
  return (
    <>
      {children}
      {picture}
    </>
  );
}
