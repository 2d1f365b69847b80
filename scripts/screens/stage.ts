import { setStage, type Stage } from '../stage.ts';

/** Without this, the screen of a browser that has none is 600 high, and the popup smaller than real. */
export const screenArgs = ['--screen-info={1600x1200}'] as const;

export function setScreensStage(): Promise<Stage> {
  return setStage({ headless: true, browser: { extraArgs: screenArgs } });
}
