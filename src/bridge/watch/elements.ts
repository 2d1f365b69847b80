/**
 * Methods are those of the prototypes: what a page names like one hides that of its document, or of a
 * form, from us too.
 */
const { getBoundingClientRect, checkVisibility } = Element.prototype;

export function isVisible(element: Element): boolean {
  const { width, height } = getBoundingClientRect.call(element);
  return (
    width > 1 &&
    height > 1 &&
    checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true })
  );
}

/** What a selector fits; nothing, without one. */
export function all(selector = ':not(*)'): Element[] {
  return [...Document.prototype.querySelectorAll.call(document, selector)];
}
