/** What this browser calls itself, and its own pages. */

/** UA Client Hints, which TypeScript does not know yet. */
interface Hints {
  userAgentData?: { brands: readonly { brand: string }[] };
}

/** Whether this is Edge, by its own list of brands. */
export function isEdge(): boolean {
  const { userAgentData } = navigator as Navigator & Hints;
  return userAgentData?.brands.some(({ brand }) => brand === 'Microsoft Edge') ?? false;
}

/**
 * The address of one of the browser's own pages: `settings/help`. No page may link to it: a person
 * copies it. Browsers made of Chromium know Chrome's name.
 */
export function ownAddress(path: string): string {
  return `${isEdge() ? 'edge' : 'chrome'}://${path}`;
}
