import type { PageFacts } from './facts.ts';
import { recogniseText } from './recognise.ts';
import { redact } from './redact.ts';

/**
 * A message of a portal as it may be kept: what it comes to, if it is known, and its words without
 * anything that names somebody. `portalId`: undefined when nobody knows whose message it is.
 */
export function readText(text: string, portalId: string | undefined): PageFacts['texts'][number] {
  const recognised = recogniseText(portalId, text);
  return { text: redact(text), ...(recognised && { class: recognised.class }) };
}
