import type { CauseId } from '../causes/index.ts';
import type { TextClass } from '../evidence.ts';
import type { Speaker } from './portals.ts';

/** A sentence with which somebody is turned away. Each of its sentences has to be there, whole. */
export interface TextRow {
  readonly text: string;
  readonly class: TextClass;
  /** Where the words leave no doubt. */
  readonly cause?: CauseId;
  /** The last sentence may go on: after it come a name, a date, a detail. */
  readonly isOpen?: true;
  /** It only says that something failed: whatever says more counts before it. */
  readonly yields?: true;
  /** The visible node that holds it, where that is known. */
  readonly node?: string;
  /**
   * verbatim: in public code or pages. translated: an English rendering of an original that nobody
   * has seen. paraphrased: told by others. believed: not verified. replica-only: our own replica.
   */
  readonly provenance: 'verbatim' | 'translated' | 'paraphrased' | 'believed' | 'replica-only';
  /** Where it was read. */
  readonly source: string;
}

export interface TextPack {
  /** Ids of the portals that may say it: their own pages, or the frame that signs for them. */
  readonly portals: readonly Speaker[];
  readonly rows: readonly TextRow[];
}
