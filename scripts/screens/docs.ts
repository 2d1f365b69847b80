/** The pictures of the README. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { acts } from './acts.ts';
import { lookAt } from './looks.ts';
import { windowSize } from './sizes.ts';
import { setScreensStage } from './stage.ts';
import type { Look } from './view.ts';

const folder = 'docs/img';
/** Sharp enough for the screens of today, small enough for a page. */
const sharpness = 1.5;

const pictures: Record<string, { file: string; look: Look }> = {
  'certificates-one': {
    file: 'certificados.png',
    look: { scheme: 'light', size: { width: 860, height: 620 } },
  },
  approval: { file: 'aprobacion.png', look: { scheme: 'light', size: windowSize } },
  'diagnosis-extension': {
    file: 'diagnostico.png',
    look: { scheme: 'light', size: { width: 860, height: 600 } },
  },
  'popup-fill': { file: 'popup.png', look: { scheme: 'light' } },
};

export async function photographForDocs(tell: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stage = await setScreensStage();
  try {
    for (const { prepare, scenes } of acts) {
      const wanted = scenes.filter(({ name }) => name in pictures);
      if (wanted.length === 0) continue;
      const own = await prepare(stage);
      for (const scene of wanted) {
        const picture = pictures[scene.name];
        if (!picture) continue;
        const path = join(folder, picture.file);
        await lookAt(own ?? stage, scene, async (view) => {
          await view.wear(picture.look);
          await view.photograph(path, sharpness);
        });
        tell(`✔ ${path}`);
      }
      await own?.close();
    }
  } finally {
    await stage.close();
  }
}
