import { t, type MessageKey } from '../../i18n.ts';
import type { KnownProcedure } from '../../procedures/index.ts';
import { underscored } from '../../ui/underscored.ts';

/** `words`: what else people call it. */
type Part = 'name' | 'what' | 'words';

/** The words of a procedure, from the locale. */
export function procedureText({ id }: KnownProcedure, part: Part): string {
  return t(`procedure_${underscored(id)}_${part}` as MessageKey);
}

/** All that it is found by. */
export function wordsOf(row: KnownProcedure): string[] {
  return (['name', 'what', 'words'] as const).map((part) => procedureText(row, part));
}
