import { useEffect, useState } from 'preact/hooks';
import { systemOf, type System, type SystemHints } from './own-system.ts';

interface WithHints {
  userAgentData?: SystemHints & {
    getHighEntropyValues(hints: string[]): Promise<SystemHints>;
  };
}

/** This computer's system, and what chooses another; undefined while nobody knows it. */
export function useOwnSystem(): [System | undefined, (system: System) => void] {
  const { userAgentData } = navigator as Navigator & WithHints;
  const [own, setOwn] = useState(userAgentData && systemOf(userAgentData));
  const [chosen, choose] = useState<System>();
  useEffect(() => {
    void userAgentData
      ?.getHighEntropyValues(['platformVersion'])
      .then((hints) => setOwn(systemOf(hints)));
  }, []);
  return [chosen ?? own, choose];
}
