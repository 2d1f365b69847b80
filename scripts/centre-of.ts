/** Runs in the popup: where to click, or null while the element is hidden, covered or disabled. */
export function centreOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector(selector);
  if (!element || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const x = left + width / 2;
  const y = top + height / 2;
  const hit = document.elementFromPoint(x, y);
  return hit && (element.contains(hit) || hit.closest('label')?.contains(element))
    ? { x, y }
    : null;
}
