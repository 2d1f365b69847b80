import { visibleText } from './visible-text.ts';

/** Text of a file or a page: as text only, invisible characters spelt out, isolated from ours. */
export function Untrusted({ text }: { text: string }) {
  return <bdi class="untrusted">{visibleText(text)}</bdi>;
}
