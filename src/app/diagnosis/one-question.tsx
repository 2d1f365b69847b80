import { useId } from 'preact/hooks';
import type { GivenAnswers } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { AskedQuestion } from '../../messages.ts';
import { answerText, questionText } from '../../ui/question-text.ts';

interface OneQuestionProps {
  question: AskedQuestion;
  onAnswer: (answer: GivenAnswers) => void;
}

/** The one thing that only the person knows, and that tells the likeliest causes apart. */
export function OneQuestion({ question, onAnswer }: OneQuestionProps) {
  const title = useId();
  const { id, answers } = question;
  return (
    <section class="one-question" data-field="one-question" aria-labelledby={title}>
      <p class="hint">{t('last_question_intro')}</p>
      <h3 id={title}>{questionText(id)}</h3>
      <div class="one-question-answers">
        {answers.map((answer) => (
          <button
            key={answer}
            type="button"
            data-answer={answer}
            onClick={() => onAnswer({ [id]: answer })}
          >
            {answerText(id, answer)}
          </button>
        ))}
        <button
          type="button"
          class="plain"
          data-answer="unsure"
          onClick={() => onAnswer({ [id]: 'unsure' })}
        >
          {t('last_question_unsure')}
        </button>
      </div>
    </section>
  );
}
