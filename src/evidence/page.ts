import { defineGatherer } from './gatherer.ts';
import { runInPage } from './run-in-page.ts';

/** What was seen of the attempt, and whether anything can be seen in its tab now. */
export default defineGatherer({
  name: 'page',
  depth: 'local',
  async gather({ tabId, portal, attempt }) {
    if (!portal && !attempt) return { missing: 'no_portal' };
    if (tabId === undefined) return attempt ?? { missing: 'no_tab' };
    const blank = portal && (await runInPage(tabId, looksBlank, [`https://${portal.host}`]));
    // One that still loads shows nothing yet.
    if (attempt) return { ...attempt, ...(attempt.settled && { blank: blank ?? attempt.blank }) };
    return { missing: blank === undefined ? 'site_access' : 'no_tab' };
  },
});

/**
 * Injected into a page of `origin`. Self-contained: only its source travels. By the same measure as
 * the watcher, which can share no code: it imports nothing.
 */
function looksBlank(origin: string): boolean | undefined {
  if (self.origin !== origin) return undefined;
  const things =
    'img, svg, canvas, video, object, embed, iframe, frame, button, select, textarea, input:not([type=hidden])';
  const isVisible = (element: Element): boolean => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(element);
    return (
      width > 1 &&
      height > 1 &&
      Element.prototype.checkVisibility.call(element, {
        visibilityProperty: true,
        opacityProperty: true,
      })
    );
  };
  // By the method of the prototype: a picture called «body» hides the page's own.
  const all = (selector: string): Element[] => [
    ...Document.prototype.querySelectorAll.call(document, selector),
  ];
  const [body] = all('body');
  return (
    body instanceof HTMLElement && !all(things).some(isVisible) && body.innerText.trim() === ''
  );
}
