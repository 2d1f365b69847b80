import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Popup } from '../popup.ts';

export type Camera = (of: Page | Popup, name: string) => Promise<void>;

/** Takes numbered screenshots into a folder; without a folder, none. */
export async function cameraInto(folder: string | undefined): Promise<Camera> {
  if (folder === undefined) return async () => undefined;
  await mkdir(folder, { recursive: true });
  let taken = 0;
  return async (of, name) => {
    taken += 1;
    const path = join(folder, `${String(taken).padStart(2, '0')}-${name}.png`);
    if ('goto' in of) await of.screenshot({ path });
    else await of.screenshot(path);
  };
}
