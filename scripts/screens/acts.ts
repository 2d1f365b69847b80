import { fresh } from './acts/fresh.ts';
import { importing } from './acts/importing.ts';
import { meddled } from './acts/meddled.ts';
import { oneInPopup } from './acts/one-in-popup.ts';
import { oneKept } from './acts/one-kept.ts';
import { several } from './acts/several.ts';
import type { Act } from './scene.ts';

/** Every screen in every state, in the order in which a person meets them. */
export const acts: readonly Act[] = [fresh, importing, oneKept, oneInPopup, several, meddled];
