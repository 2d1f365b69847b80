/** What must hold on every screen in every state, as `npm run screens` shows them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hearComplaints, type Complaints } from '../../scripts/screens/complaints.ts';
import { lookAt, looks } from '../../scripts/screens/looks.ts';
import type { Act } from '../../scripts/screens/scene.ts';
import type { View } from '../../scripts/screens/view.ts';
import { setScreensStage } from '../../scripts/screens/stage.ts';
import type { Stage } from '../../scripts/stage.ts';
import { accessibilityFaults, contrastFaults } from './screens-axe.ts';

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

/**
 * What on the screen has colours of its own: every element with text, and what it stands in. Two
 * screens that are made of the same parts have the same colours. In the page, `parts` are the first
 * elements of each.
 */
function parts(view: View): Promise<string[]> {
  return view.evaluate(`(() => {
    const named = (element) => element === null ? '' : [
      element.tagName,
      element.getAttribute('class') ?? '',
      ...[...element.attributes]
        .filter(({ name }) => /^(data-|aria-|disabled|open|checked|type)/.test(name))
        .map(({ name, value }) => name + '=' + (value.length < 20 ? value : '')),
    ].join(' ');
    const hasText = ({ childNodes }) => [...childNodes].some(
      ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim() !== '');
    const chain = (element) => element === null || element === document.body
      ? '' : named(element) + ' < ' + chain(element.parentElement);
    const first = new Map();
    for (const element of document.body.querySelectorAll('*')) {
      if (!hasText(element) && !element.matches('input, select, textarea')) continue;
      const part = chain(element);
      if (!first.has(part)) first.set(part, element);
    }
    window.parts = [...first.values()];
    return [...first.keys()];
  })()`);
}

/** The acts one after the other in one browser: each adds to what the ones before have left. */
export function testScreens(acts: readonly Act[]): void {
  let stage: Stage;
  const partsSeen = new Set<string>();

  beforeAll(async () => {
    stage = await setScreensStage();
  });
  afterAll(() => stage.close());

  describe.each(acts)('$name', ({ prepare, scenes }) => {
    let own: Stage | undefined;
    let complaints: Complaints;

    beforeAll(async () => {
      own = await prepare(stage);
      complaints = hearComplaints((own ?? stage).browser);
    });
    afterAll(() => own?.close());

    test.each(scenes)('$name', async (scene) => {
      const before = complaints.length;
      const inPopup = await lookAt(own ?? stage, scene, async (view) => {
        /** Parts that no screen before had: nothing else can have colours that nobody looked at. */
        let fresh: number[] = [];
        let judged: string[] = [];
        for (const { name, ...look } of looks[scene.of]) {
          if (name === 'dark' && fresh.length === 0) continue;
          await view.wear(look);
          expect(await sideways(view), name).toEqual([]);
          if (name === 'light') {
            expect(await accessibilityFaults(view), name).toEqual([]);
            const here = await parts(view);
            fresh = [...here.keys()].filter((index) => !partsSeen.has(here[index] ?? ''));
            judged = here;
          }
          if (fresh.length > 0 && (name === 'light' || name === 'dark')) {
            expect(await contrastFaults(view, fresh), name).toEqual([]);
          }
        }
        for (const part of judged) partsSeen.add(part);
        return view.complaints;
      });
      expect([...complaints.slice(before), ...inPopup]).toEqual([]);
    });
  });
}
