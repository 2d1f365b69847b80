import { certificateMistakes } from './certificate-mistakes.ts';
import { keyMistakes } from './key-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { passwordMistakes } from './password-mistakes.ts';
import { setMistakes } from './set-mistakes.ts';
import { surroundingsMistakes } from './surroundings-mistakes.ts';

/** Every kind of mistake that has to get its own name. */
export const mistakes: readonly Mistake[] = [
  ...certificateMistakes,
  ...keyMistakes,
  ...passwordMistakes,
  ...surroundingsMistakes,
  ...setMistakes,
];
