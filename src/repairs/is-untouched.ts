import { runInEachFrame } from '../evidence/run-in-page.ts';

/**
 * Whether nothing was typed, ticked, chosen or attached in a tab that shows a page of the host, nor in
 * any frame of it: the form that takes an e.firma is one. A frame that cannot be seen may hold
 * anything.
 */
export async function isUntouched(tabId: number, host: string): Promise<boolean> {
  const frames = await runInEachFrame(tabId, countFramesOfUntouched, [host]);
  const within = frames.map((count) => count ?? Number.NaN);
  return within.length > 0 && within.reduce((sum, count) => sum + count, 1) === frames.length;
}

/**
 * Runs in the page and in each frame.
 * @returns how many frames it has, if nothing was touched in its own forms: what was can only be known
 * of those that the page itself does not rewrite
 */
function countFramesOfUntouched(host: string): number | undefined {
  if (self === top && location.host !== host) return undefined;
  const isAsItCame = (field: Element): boolean => {
    if (field instanceof HTMLTextAreaElement) return field.value === field.defaultValue;
    if (field instanceof HTMLSelectElement) {
      const chosen = [...field.options];
      const hasDefault = chosen.some(({ defaultSelected }) => defaultSelected);
      return hasDefault
        ? chosen.every((option) => option.selected === option.defaultSelected)
        : field.multiple || field.selectedIndex <= 0;
    }
    if (!(field instanceof HTMLInputElement)) return true;
    if (['hidden', 'submit', 'button', 'image', 'reset'].includes(field.type)) return true;
    if (field.type === 'file') return (field.files?.length ?? 0) === 0;
    if (/^(?:checkbox|radio)$/.test(field.type)) return field.checked === field.defaultChecked;
    return field.value === field.defaultValue;
  };
  const isFree = (element: Element): boolean =>
    !(element instanceof HTMLElement && element.isContentEditable);
  const isAsEverythingCame =
    [...document.querySelectorAll('input, textarea, select')].every(isAsItCame) &&
    [...document.querySelectorAll('[contenteditable]')].every(isFree);
  return isAsEverythingCame ? self.length : undefined;
}
