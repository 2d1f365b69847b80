import type { PortalId } from '../portals/index.ts';
import { local } from '../storage.ts';

/** The person approved with the notice before their eyes that nobody could try this portal yet. */
export async function rememberTold(portal: PortalId): Promise<void> {
  await navigator.locks.request('told', async () => {
    const { told = [] } = await local.get('told');
    if (!told.includes(portal)) await local.set({ told: [...told, portal] });
  });
}
