/** Longer than any true name; what follows is cut, because a name may be 100 kB long. */
const longest = 400;

/**
 * Characters that hide, reorder or imitate: controls, formats (bidi, zero-width), private use,
 * lone surrogates, unassigned, line separators, whatever Unicode says may be ignored (blank letters
 * and variation selectors too), and every space that is not the plain one.
 */
const deceptive = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/**
 * Text that comes from a file or a page, with everything invisible spelt out: `⟦U+202E⟧`. What is
 * to be signed is shown whole, however long it is.
 */
export function visibleText(untrusted: string, most = longest): string {
  const shown = untrusted
    .slice(0, most)
    .replace(
      deceptive,
      (character) =>
        `⟦U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}⟧`,
    );
  return untrusted.length > most ? `${shown}…` : shown;
}
