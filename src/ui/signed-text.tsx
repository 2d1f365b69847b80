import { t } from '../i18n.ts';
import { Untrusted } from './untrusted.tsx';

/** What is shown in one piece; longer texts are cut there. */
const piece = /[^]{1,300}/g;

/** A text that is signed, whole: nothing of it is left out, whoever wrote it. */
export function SignedText({ about, text }: { about: string; text: string }) {
  return (
    <details class="signed-text">
      <summary>{t('native_see_text')}</summary>
      <p class="hint">{about}</p>
      <p data-field="signed-text">
        {(text.match(piece) ?? []).map((part, index) => (
          <Untrusted key={index} text={part} />
        ))}
      </p>
    </details>
  );
}
