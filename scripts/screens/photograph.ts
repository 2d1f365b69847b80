import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../stage.ts';
import { lookAt, looks } from './looks.ts';
import type { Scene } from './scene.ts';

/** Takes every picture of a scene; they are named after it and after the look. */
export async function photograph(stage: Stage, scene: Scene, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await lookAt(stage, scene, async (view) => {
    for (const { name, part, ...look } of looks[scene.of]) {
      // oxlint-disable no-await-in-loop -- one look after the other at the same screen
      await view.wear(look);
      await view.photograph(join(folder, `${scene.name}-${name}.png`), part);
    }
  });
}
