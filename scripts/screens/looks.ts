import type { Stage } from '../stage.ts';
import type { Scene } from './scene.ts';
import { narrowSize, tabSize, windowSize } from './sizes.ts';
import type { Look, View } from './view.ts';
import { viewOfPage, viewOfPopup } from './view.ts';

interface NamedLook extends Look {
  name: string;
}

/** How each kind of screen is looked at. */
export const looks: Record<Scene['of'], readonly NamedLook[]> = {
  app: [
    { name: 'light', scheme: 'light', size: tabSize, whole: true },
    { name: 'dark', scheme: 'dark', size: tabSize, whole: true },
    { name: 'narrow', scheme: 'light', size: narrowSize, whole: true },
  ],
  approval: [
    { name: 'light', scheme: 'light', size: windowSize },
    { name: 'dark', scheme: 'dark', size: windowSize },
    { name: 'whole', scheme: 'light', size: windowSize, whole: true },
    { name: 'narrow', scheme: 'light', size: narrowSize, whole: true },
    { name: 'wide', scheme: 'light', size: tabSize },
  ],
  popup: [
    { name: 'light', scheme: 'light' },
    { name: 'dark', scheme: 'dark' },
  ],
};

/** Goes to a scene, hands its screen over to be looked at, and leaves it as it was. */
export async function lookAt<Result>(
  stage: Stage,
  scene: Scene,
  look: (view: View) => Promise<Result>,
): Promise<Result> {
  const screen = await scene.show(stage);
  const view =
    'goto' in screen ? viewOfPage(screen) : await viewOfPopup(stage.browser, screen);
  try {
    return await look(view);
  } finally {
    await view.close();
    await scene.after?.(stage);
  }
}
