import { useEffect, useRef } from 'preact/hooks';

/** A ref whose element takes the focus each time `occasion` becomes another value. */
export function useFocus<Target extends HTMLElement>(occasion: unknown, options?: FocusOptions) {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(options), [occasion]);
  return target;
}
