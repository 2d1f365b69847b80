import { idseTexts } from './idse.ts';
import { imssTexts } from './imss.ts';
import { noticeTexts } from './notices.ts';
import { certifiedTexts, mifielTexts } from './providers.ts';
import { replicaIdseTexts, replicaTexts } from './replica.ts';
import { satTexts } from './sat.ts';
import type { TextPack } from './text-pack.ts';

export type { TextPack, TextRow } from './text-pack.ts';

/** Every sentence that is known, the most specific portals first. */
export const textPacks: readonly TextPack[] = [
  idseTexts,
  imssTexts,
  satTexts,
  certifiedTexts,
  mifielTexts,
  noticeTexts,
  replicaTexts,
  replicaIdseTexts,
];
