import type { LineWords } from './lines.ts';
import { fieldsOf, itemsOf, textOf, withoutGaps } from './read-values.ts';
import type { ReportText } from './report.ts';
import { knownId } from './words-of-ours.ts';

/** More than these nobody reads: the last ones count. */
const mostTexts = 6;

/** Out of the texts of `PageFacts` or `SeenFacts`, the newest last. @throws DamagedError */
export function readTexts(value: unknown, words: LineWords): ReportText[] | undefined {
  const texts = itemsOf(value)
    .slice(-mostTexts)
    .map((item) => {
      const { text, class: kind, told } = fieldsOf(item);
      return withoutGaps<ReportText>({
        text: words.portalText(textOf(text)),
        class: knownId(words.say, 'evidence_signal_text', kind),
        told: told === true ? true : undefined,
      });
    });
  return texts.length === 0 ? undefined : texts;
}
