import type { Evidence } from '../evidence.ts';
import { questions } from '../questions.ts';
import type { GivenAnswers } from '../given-answers.ts';

/** What the person answered, one question after the other; an answer that nobody knows adds nothing. */
export function answerSignals(given: GivenAnswers): Evidence {
  return Object.assign(
    {},
    ...questions.map(
      ({ id, answers }) => answers.find((answer) => answer.id === given[id])?.evidence ?? {},
    ),
  ) as Evidence;
}
