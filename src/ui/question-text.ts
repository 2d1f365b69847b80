import type { AnswerId, QuestionId } from '../diagnosis/index.ts';
import { t, type MessageKey } from '../i18n.ts';

/** The question that is put when the cause is not known yet. */
export function questionText(question: QuestionId): string {
  return t(`one_question_${question}`);
}

/** One of its answers. */
export function answerText<Id extends QuestionId>(question: Id, answer: AnswerId<Id>): string {
  return t(`one_question_${question}_${answer}` as MessageKey);
}
