import { useEffect, useState } from 'preact/hooks';
import { routeIn, type Route } from '../ui/app-url.ts';

/** The screen that the address names; `fallback` when it names none. */
export function useRoute(fallback: Route): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return routeIn(hash) ?? fallback;
}
