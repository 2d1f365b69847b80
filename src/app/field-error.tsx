import { t, type MessageKey } from '../i18n.ts';
import { useFocus } from '../ui/use-focus.ts';

/** A slip in a form. Made anew each time it is made, so that it is told each time. */
export interface Slip {
  key: MessageKey;
}

/** What is missing or wrong in a form; it takes the focus, as failures do. */
export function FieldError({ slip }: { slip: Slip }) {
  const sentence = useFocus<HTMLParagraphElement>(slip);
  return (
    <p class="field-error" role="alert" tabIndex={-1} ref={sentence}>
      {t(slip.key)}
    </p>
  );
}
