import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';

/** Whether an address may be asked, also when that is given or taken away in the browser meanwhile. */
export function useOriginPermission(origin: string): boolean | undefined {
  return usePermission(
    useCallback(() => browser.permissions.contains({ origins: [origin] }), [origin]),
  );
}

/** What `look` finds of the permissions, looked at again whenever one is given or taken away. */
export function usePermission(look: () => Promise<boolean>): boolean | undefined {
  const [isGranted, setIsGranted] = useState<boolean>();
  useEffect(() => {
    const { permissions } = browser;
    const lookAgain = () => void look().then(setIsGranted);
    lookAgain();
    permissions.onAdded.addListener(lookAgain);
    permissions.onRemoved.addListener(lookAgain);
    return () => {
      permissions.onAdded.removeListener(lookAgain);
      permissions.onRemoved.removeListener(lookAgain);
    };
  }, [look]);
  return isGranted;
}
