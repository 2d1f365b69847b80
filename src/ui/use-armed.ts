import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Long enough that a click meant for something else, or the second of a double one, is lost. */
const restMilliseconds = 700;

/**
 * Whether an approval may be given: not while the window has only just come up or come back, when
 * a page may have lured the click, nor while what is to be approved has only just come into it.
 */
export function useArmed(busy: boolean): { armed: boolean; isArmed: () => boolean } {
  const since = useRef(performance.now());
  const [armed, setArmed] = useState(false);
  // Before it is drawn: no click finds it as it was.
  useLayoutEffect(() => {
    let timer = 0;
    const rest = () => {
      since.current = performance.now();
      setArmed(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => setArmed(true), restMilliseconds);
    };
    rest();
    window.addEventListener('focus', rest);
    document.addEventListener('visibilitychange', rest);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', rest);
      document.removeEventListener('visibilitychange', rest);
    };
  }, [busy]);
  return { armed, isArmed: () => performance.now() - since.current >= restMilliseconds };
}
