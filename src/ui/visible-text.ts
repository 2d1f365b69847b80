/** Longer than any true name; what follows is cut, because a name may be 100 kB long. */
const longest = 400;

/**
 * Characters that hide, reorder or imitate: controls, formats (bidi, zero-width), private use,
 * lone surrogates, unassigned, line separators, blank letters, variation selectors, and every
 * space that is not the plain one.
 */
const deceptive =
  /[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFE00-\uFE0F]|(?! )\p{Zs}/gu;

/** Text that comes from a file or a page, with everything invisible spelt out: `⟦U+202E⟧`. */
export function visibleText(untrusted: string): string {
  const shown = untrusted
    .slice(0, longest)
    .replace(
      deceptive,
      (character) =>
        `⟦U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}⟧`,
    );
  return untrusted.length > longest ? `${shown}…` : shown;
}
