import { visibleText } from './visible-text.ts';

/** Longer than most names, and still a line or two. */
const longest = 60;

/** Whose session it is, as sentences say it. */
export function clientName({ legalName }: { legalName: string }): string {
  return visibleText(legalName, longest);
}
