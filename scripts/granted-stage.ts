import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantOptional } from './grants.ts';
import { setStage, type Stage, type StageOptions } from './stage.ts';

/** All that the person lets the extension into when they sign in at the SAT. */
export const satSites = ['https://*.sat.gob.mx/*'] as const;

/** A stage on which optional sites are allowed already; its profile goes with it. */
export async function setGrantedStage(
  sites: readonly string[],
  options: Omit<StageOptions, 'headless' | 'profile'> = {},
): Promise<Stage> {
  const profile = await mkdtemp(join(tmpdir(), 'firma-lista-granted-'));
  await grantOptional(profile, [], [], sites);
  const stage = await setStage({ ...options, headless: true, profile });
  return {
    ...stage,
    async close() {
      await stage.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
