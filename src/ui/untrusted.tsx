import { visibleText } from './visible-text.ts';

/** Text of a file or a page: as text only, invisible characters spelt out, isolated from ours. */
export function Untrusted({ text, isWhole = false }: { text: string; isWhole?: boolean }) {
  return <bdi class="untrusted">{visibleText(text, isWhole ? Infinity : undefined)}</bdi>;
}
