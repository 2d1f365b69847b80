import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import {
  sendMessage,
  type RepairOutcome,
  type RepairPreview,
  type RepairRun,
  type RepairTarget,
} from '../../messages.ts';
import { findPortal, originsOf, type PortalId } from '../../portals/index.ts';
import { problemOf, type Problem } from '../../ui/failure-text.ts';

interface RepairState {
  preview?: RepairPreview;
  /** The preview sees nothing until a permission is given. */
  asksPermission?: boolean;
  isRunning?: boolean;
  outcome?: RepairOutcome;
  isUndone?: boolean;
  problem?: Problem;
}

/** One repair: looked at first, run once the person said yes, and put back if they want it. */
export function useRepair(target: RepairTarget, onRepaired: () => void) {
  const [state, setState] = useState<RepairState>({});
  const fail = (error: unknown) =>
    setState((before) => ({ ...before, isRunning: false, problem: problemOf(error) }));

  const look = useCallback(() => {
    const looking = async () => {
      const preview = await sendMessage('previewRepair', target);
      const asksPermission =
        preview.needs !== undefined &&
        !(await browser.permissions.contains(neededBy(preview.needs, target.portal)));
      setState({ preview, asksPermission });
    };
    setState({});
    looking().catch(fail);
  }, []);
  useEffect(look, []);

  const run = async (chosen: Pick<RepairRun, 'extensions' | 'minutes' | 'tabs'>) => {
    setState(({ preview }) => ({ ...(preview && { preview }), isRunning: true }));
    try {
      const outcome = await sendMessage('runRepair', { ...target, ...chosen });
      setState((before) => ({ ...before, isRunning: false, outcome }));
      onRepaired();
    } catch (error) {
      fail(error);
    }
  };

  const undo = async (id: string) => {
    try {
      await sendMessage('undoRepair', { id });
      setState((before) => ({ ...before, isUndone: true }));
      onRepaired();
    } catch (error) {
      fail(error);
    }
  };
  return { ...state, look, run, undo };
}

/** What the browser is asked whether it was given. */
function neededBy(
  needs: NonNullable<RepairPreview['needs']>,
  portal: PortalId,
): { permissions?: ('management' | 'contentSettings')[]; origins?: string[] } {
  if (needs !== 'portalAccess') return { permissions: [needs] };
  const row = findPortal(portal);
  return { origins: row ? originsOf(row).map((origin) => `${origin}/*`) : [] };
}
