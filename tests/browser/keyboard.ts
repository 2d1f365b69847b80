/** A person who has nothing but a keyboard, in a page of ours or in the real popup. */
import type { Page } from 'playwright-core';

export interface Screen {
  /** The value of an expression in the screen. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
}

export function screenOf(page: Page): Screen {
  return {
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
    type: (text) => page.keyboard.type(text),
  };
}

/** More stops than any screen has. */
const mostStops = 60;

/**
 * What is wrong with where the focus is; empty when a person can see it: something has it, it has
 * a ring, the ring is inside the window and nothing covers the middle.
 */
const faultOfFocus = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nothing has the focus';
  const named = element.outerHTML.slice(0, 160);
  if (!element.matches(':focus-visible')) return 'the focus is not shown: ' + named;
  // A picture, or a message, is ringed as a whole.
  const hasRing = (each) => getComputedStyle(each).outlineStyle !== 'none'
    && parseFloat(getComputedStyle(each).outlineWidth) >= 2;
  const message = element.closest('.picture-option, .failure, .done');
  const carrier = [element, message].find((each) => each && hasRing(each));
  if (!carrier) return 'there is no ring: ' + named;
  const { outlineWidth, outlineOffset } = getComputedStyle(carrier);
  const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  const { left, top, right, bottom, width, height } = carrier.getBoundingClientRect();
  const isInside = left >= ring && right + ring <= innerWidth && top >= ring &&
    bottom + ring <= innerHeight;
  if (!isInside) return 'it is not in sight: ' + named + JSON.stringify([left, top, right, bottom]);
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const isHit = hit && (carrier.contains(hit) || hit.contains(carrier) || hit.closest('label')?.contains(element));
  return isHit ? '' : 'something covers it: ' + named + ' by ' + hit?.outerHTML.slice(0, 80);
})()`;

export async function assertFocusIsSeen(screen: Screen): Promise<void> {
  // A screen that scrolls does so before the next frame.
  await screen.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const fault = await screen.evaluate<string>(faultOfFocus);
  if (fault) throw new Error(fault);
}

/** Whether the focus is on, or in, what the selector names. */
export function hasFocus(screen: Screen, selector: string): Promise<boolean> {
  return screen.evaluate(`Boolean(document.activeElement?.closest(${JSON.stringify(selector)}))`);
}

/** Presses Tab until the focus is there; it must be seen at every stop on the way. */
export async function tabTo(screen: Screen, selector: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await screen.press(key);
    await assertFocusIsSeen(screen);
    if (await hasFocus(screen, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${mostStops} × ${key}`);
}

/** Waits until the focus went there by itself, and is seen. */
export async function waitForFocus(screen: Screen, selector: string): Promise<void> {
  const there = `document.activeElement?.closest(${JSON.stringify(selector)})`;
  await screen.evaluate(`new Promise((done, fail) => {
    const end = performance.now() + 30_000;
    const look = () => {
      if (${there}) done();
      else if (performance.now() < end) setTimeout(look, 20);
      else fail(new Error(${JSON.stringify(selector)} + ' has no focus, but ' + document.activeElement?.outerHTML.slice(0, 160)));
    };
    look();
  })`);
  await assertFocusIsSeen(screen);
}
