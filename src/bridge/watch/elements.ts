export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 1 &&
    height > 1 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

/** What a selector fits; nothing, without one. */
export function all(selector = ':not(*)'): Element[] {
  return [...document.querySelectorAll(selector)];
}
