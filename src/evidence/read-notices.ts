import { runInPage } from './run-in-page.ts';

/** What a page says, of `origin`, that has nothing to sign in with; redacted by nobody yet. */
export async function readNotices(tabId: number, origin: string): Promise<string[]> {
  return (await runInPage(tabId, noticesIn, [origin])) ?? [];
}

/** Injected into the page. Self-contained: only its source travels. */
function noticesIn(origin: string): string[] | undefined {
  if (self.origin !== origin) return undefined;
  const isVisible = (element: Element): boolean =>
    Element.prototype.checkVisibility.call(element, {
      visibilityProperty: true,
      opacityProperty: true,
    });
  // By the method of the prototype: a picture called «body» hides the page's own.
  const all = (selector: string): Element[] =>
    [...Document.prototype.querySelectorAll.call(document, selector)].filter(isVisible);
  // Where somebody could go on, what is said besides is not why they cannot.
  const leadsOn = (link: Element): boolean => {
    const { origin: where, pathname } = link as HTMLAnchorElement;
    return where === origin && pathname !== '/' && pathname !== location.pathname;
  };
  const ways = 'button, iframe, frame, select, textarea, input:not([type=hidden])';
  if (all(ways).length > 0 || all('a[href]').some(leadsOn)) return undefined;
  return all('h1, h2, h3, p')
    .slice(0, 20)
    .map((element) => (element as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length <= 300);
}
