/** Every screen in every state, as `npm run screens` shows them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../../scripts/screens/acts.ts';
import { hearComplaints, type Complaints } from '../../scripts/screens/complaints.ts';
import { lookAt, looks } from '../../scripts/screens/looks.ts';
import type { View } from '../../scripts/screens/view.ts';
import { setScreensStage } from '../../scripts/screens/stage.ts';
import type { Stage } from '../../scripts/stage.ts';
import { accessibilityFaults } from './screens-axe.ts';

let stage: Stage;
let complaints: Complaints;

beforeAll(async () => {
  stage = await setScreensStage();
  complaints = hearComplaints(stage.browser);
});
afterAll(() => stage.close());

/** What is wider than the screen, or is cut off inside a box of its own. */
function sideways(view: View): Promise<string[]> {
  return view.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    const isUnseen = (element) => element.closest('.unseen, .skip, [hidden]') !== null;
    const named = (element) => element.outerHTML.slice(0, 200);
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => !isUnseen(element) && !(element instanceof SVGElement))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const cuts = getComputedStyle(element).overflowX !== 'visible';
        const isCut = cuts && element.scrollWidth > element.clientWidth + 1;
        return right > width + 0.5 || left < -0.5 || (isCut && !element.matches('select, input'));
      })
      .map(named);
    const page = document.documentElement.scrollWidth;
    return page > width ? ['the page is ' + page + ' wide, the screen ' + width, ...wide] : wide;
  })()`);
}

describe.each(acts)('$name', ({ prepare, scenes }) => {
  beforeAll(() => prepare(stage));

  test.each(scenes)('$name', async (scene) => {
    const before = complaints.length;
    const inPopup = await lookAt(stage, scene, async (view) => {
      for (const { name, ...look } of looks[scene.of]) {
        await view.wear(look);
        expect(await sideways(view), name).toEqual([]);
        if (name !== 'light' && name !== 'dark') continue;
        expect(await accessibilityFaults(view), name).toEqual([]);
      }
      return view.complaints;
    });
    expect([...complaints.slice(before), ...inPopup]).toEqual([]);
  });
});
