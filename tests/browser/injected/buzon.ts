/** The sign-in page of Buzón, where most faults are injected. */
import type { Page } from 'playwright-core';
import { seeFailureMark } from '../../../scripts/diagnosis-screen.ts';
import { pages } from '../../../scripts/person.ts';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';

export async function visit({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  return page;
}

/** The page once the icon over it says that something failed. */
export async function failed(scene: Scene, page: Page): Promise<Page> {
  await seeFailureMark(scene.browser, page);
  return page;
}
