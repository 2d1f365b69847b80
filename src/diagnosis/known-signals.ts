import { questions } from './questions.ts';
import { seenBy } from './signal-sources.ts';

/** `any`: numbers, and words that nobody has listed. */
type Values = 'any' | readonly unknown[];

/** Every signal, with the values that looking, or an answer to a question, can give it. */
const known = new Map<string, Values[]>();

function learn(name: string, values: Values): void {
  known.set(name, [...(known.get(name) ?? []), values]);
}

for (const signals of Object.values(seenBy)) {
  for (const [name, values] of Object.entries<Values>(signals)) learn(name, values);
}
for (const { answers } of questions) {
  for (const { evidence } of answers) {
    for (const [name, value] of Object.entries(evidence)) learn(name, [value]);
  }
}

/** Whether it is a signal of ours with a value that is listed: a number where any will do. */
export function isKnownSignal(name: string, value: unknown): boolean {
  const values = known.get(name) ?? [];
  return values.some((listed) =>
    listed === 'any' ? typeof value === 'number' : listed.includes(value),
  );
}
