import { causes, type CauseId } from '../diagnosis/index.ts';
import type { MessageKey } from '../i18n.ts';
import { procedures, type ProcedureId } from '../procedures/index.ts';
import { terms, type TermId } from './terms.ts';

/** Something that the help knows of. */
export type Topic =
  | { readonly kind: 'cause'; readonly id: CauseId }
  | { readonly kind: 'procedure'; readonly id: ProcedureId }
  | { readonly kind: 'term'; readonly id: TermId };

/** Every cause, every procedure, every word. */
export const topics: readonly Topic[] = [
  ...causes.map(({ id }) => ({ kind: 'cause', id }) as const),
  ...procedures.map(({ id }) => ({ kind: 'procedure', id }) as const),
  ...terms.map((id) => ({ kind: 'term', id }) as const),
];

export interface TopicKeys {
  name: MessageKey;
  text: MessageKey;
  /** What else people call it. */
  also?: MessageKey;
}

/** The keys of its words in the locale. */
export function keysOf({ kind, id }: Topic): TopicKeys {
  const key = id.replaceAll(/[.-]/g, '_');
  if (kind === 'cause') return keys(`diagnosis_${key}`, `diagnosis_${key}_do`);
  if (kind === 'term') return keys(`term_${key}`, `term_${key}_text`, `term_${key}_words`);
  return keys(`procedure_${key}_name`, `procedure_${key}_what`, `procedure_${key}_words`);
}

/** That each is in the locale is tested. */
function keys(name: string, text: string, also?: string): TopicKeys {
  const wide = { name, text, ...(also && { also }) };
  return wide as TopicKeys;
}

/** All that a topic is found by. */
export function wordsOfTopic(topic: Topic, say: (key: MessageKey) => string): string[] {
  const { name, text, also } = keysOf(topic);
  return [name, text, ...(also ? [also] : [])].map(say);
}
