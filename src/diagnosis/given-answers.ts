import type { AnswerId, QuestionId } from './questions.ts';

/** What the person answered to the questions that were put one by one; whoever is `unsure` is not asked again. */
export type GivenAnswers = {
  readonly [Id in QuestionId]?: AnswerId<Id> | 'unsure';
};
