import { useEffect, useRef } from 'preact/hooks';

/** A ref whose element takes the focus each time `occasion` becomes another value. */
export function useFocus<Target extends HTMLElement>(occasion: unknown, options?: FocusOptions) {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(options), [occasion]);
  return target;
}

/**
 * A ref whose element takes the focus that was lost when `state` changed and what had it went
 * away. Whoever is busy elsewhere is left alone.
 */
export function useFocusOnChange<Target extends HTMLElement>(state: unknown) {
  const target = useRef<Target>(null);
  const before = useRef(state);
  useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (before.current !== state && isLost) target.current?.focus();
    before.current = state;
  }, [state]);
  return target;
}
