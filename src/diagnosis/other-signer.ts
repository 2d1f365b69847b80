import type { ExtensionsFacts } from './facts.ts';

/** How extensions are called that fill in or sign for portals of the SAT and the IMSS. */
const signerNames = /\b(?:e\.?firma|fiel|idse|imss|infonavit|autofirma|firma electr[oó]nica)\b/i;

/** Whether another extension, by its name and its reach, is there to sign at the same portals. */
export function hasOtherSigner({ others }: ExtensionsFacts): boolean {
  return others.some(({ name, access }) => access !== 'none' && signerNames.test(name));
}
