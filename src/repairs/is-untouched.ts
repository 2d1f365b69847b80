/**
 * Runs in the page. Whether nothing was typed, ticked, chosen or attached there: what was can only be
 * known of forms that the page itself does not rewrite.
 */
export function isUntouched(host: string): boolean | undefined {
  if (location.host !== host) return undefined;
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
  return (
    [...document.querySelectorAll('input, textarea, select')].every(isAsItCame) &&
    [...document.querySelectorAll('[contenteditable]')].every(isFree)
  );
}
