import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../stage.ts';
import { acts } from './acts.ts';
import { lookAt, looks } from './looks.ts';
import type { Scene } from './scene.ts';
import { setScreensStage } from './stage.ts';

type Tell = (line: string) => void;

/** Photographs every scene; says which could not be reached, and gives false if there is one. */
export async function photographAll(folder: string, tell: Tell): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const stage = await setScreensStage();
  let failed = 0;
  try {
    for (const { prepare, scenes } of acts) {
      const own = await prepare(stage);
      for (const scene of scenes) {
        const fault = await photograph(own ?? stage, scene, folder).catch(String);
        if (fault !== undefined) failed++;
        tell(fault === undefined ? `✔ ${scene.name}` : `✘ ${scene.name}: ${fault}`);
      }
      await own?.close();
    }
  } finally {
    await stage.close();
  }
  tell(`Las imágenes están en ${folder}.`);
  return failed === 0;
}

/** Takes every picture of a scene; they are named after it and after the look. */
async function photograph(stage: Stage, scene: Scene, folder: string): Promise<undefined> {
  await lookAt(stage, scene, async (view) => {
    for (const { name, ...look } of looks[scene.of]) {
      await view.wear(look);
      await view.photograph(join(folder, `${scene.name}-${name}.png`));
    }
  });
}
