import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Symptom } from '../../diagnosis/index.ts';
import { t, type MessageKey } from '../../i18n.ts';
import type { DiagnosisRequest } from '../../messages.ts';
import { portals, type PortalId } from '../../portals/index.ts';
import { portalName } from '../../ui/portal-name.ts';
import { FieldError, type Slip } from '../field-error.tsx';
import { OptionCards } from '../option-cards.tsx';

const symptomTexts = {
  message: 'symptom_message',
  blank: 'symptom_blank',
  closes: 'symptom_closes',
  nothing_happens: 'symptom_nothing_happens',
  never_ends: 'symptom_never_ends',
  back_to_start: 'symptom_back_to_start',
  does_not_open: 'symptom_does_not_open',
} as const satisfies Record<Symptom, MessageKey>;

/** Longer than any message of a portal. */
const longestMessage = 2000;
const other = 'other';

type Answers = NonNullable<DiagnosisRequest['asked']>;

interface QuestionsProps {
  /** Chosen at first. */
  about: PortalId | undefined;
  onAnswer: (asked: Answers) => void;
  /** Back to what was found, where the person came from there. */
  onClose: (() => void) | undefined;
}

/** The person tells: three questions, each of which may be left out, but not all. */
export function Questions({ about, onAnswer, onClose }: QuestionsProps) {
  const id = useId();
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (onClose) lead.current?.focus();
  }, []);
  const [portal, setPortal] = useState(
    () => portalOptions().find(({ value }) => value === about)?.value ?? '',
  );
  const [sees, setSees] = useState<Symptom>();
  const [text, setText] = useState('');
  const [slip, setSlip] = useState<Slip>();

  const answer = () => {
    const message = text.trim();
    if (!sees && message === '') setSlip({ key: 'question_missing' });
    else {
      onAnswer({
        ...(portal !== '' && portal !== other && { portal }),
        ...(sees && { sees }),
        ...(message !== '' && { text: message }),
      });
    }
  };
  return (
    <form
      class="panel questions"
      data-field="questions"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <p class="lead" tabIndex={-1} ref={lead}>
        {t(onClose ? 'question_intro_again' : 'question_intro')}
      </p>
      <OptionCards
        legend={t('question_portal')}
        options={portalOptions()}
        chosen={portal}
        onChoose={setPortal}
      />
      <OptionCards
        legend={t('question_symptom')}
        options={Object.entries(symptomTexts).map(([value, key]) => ({
          value: value as Symptom,
          text: t(key),
        }))}
        chosen={sees}
        onChoose={setSees}
      />
      <div class="field">
        <label for={`${id}-text`}>{t('question_text')}</label>
        <textarea
          id={`${id}-text`}
          rows={3}
          maxLength={longestMessage}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          value={text}
          // The browser brings the line with the caret into sight, and no more of it.
          onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`}>
          {t('question_text_hint')}
        </p>
      </div>
      {slip && <FieldError slip={slip} />}
      <div class="verdict-actions">
        <button type="submit" class="primary">
          {t('question_submit')}
        </button>
        {onClose && (
          <button type="button" onClick={onClose}>
            {t('guide_back')}
          </button>
        )}
      </div>
    </form>
  );
}

function portalOptions(): { value: string; text: string }[] {
  return [
    ...portals
      .filter(
        ({ purpose, replicaOnly, isOptional }) =>
          purpose === 'enter' && !replicaOnly && !isOptional,
      )
      .map(({ id }) => ({ value: id, text: portalName(id) })),
    // Nobody knows its hosts apart.
    { value: 'sat-portal', text: t('question_portal_sat') },
    { value: other, text: t('question_portal_other') },
  ];
}
