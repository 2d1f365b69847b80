import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';

/** Whether an address may be asked, also when that is given or taken away in the browser meanwhile. */
export function useOriginPermission(origin: string): boolean | undefined {
  const [isGranted, setIsGranted] = useState<boolean>();
  useEffect(() => {
    const { permissions } = browser;
    const look = () => void permissions.contains({ origins: [origin] }).then(setIsGranted);
    look();
    permissions.onAdded.addListener(look);
    permissions.onRemoved.addListener(look);
    return () => {
      permissions.onAdded.removeListener(look);
      permissions.onRemoved.removeListener(look);
    };
  }, [origin]);
  return isGranted;
}
