import { visibleText } from './visible-text.ts';

/** An origin in full, its host emphasised: the part that a look-alike cannot copy. */
export function Origin({ origin }: { origin: string }) {
  const [scheme, host] = URL.canParse(origin)
    ? [`${new URL(origin).protocol}//`, new URL(origin).host]
    : ['', origin];
  return (
    <bdi class="origin" dir="ltr">
      {scheme}
      <strong>{visibleText(host)}</strong>
    </bdi>
  );
}
