import { askedByPortal } from './acts/asked-by-portal.ts';
import { cannotSignIn } from './acts/cannot-sign-in.ts';
import { eachCause } from './acts/each-cause.ts';
import { eachKind } from './acts/each-kind.ts';
import { fresh } from './acts/fresh.ts';
import { guided } from './acts/guided.ts';
import { importing } from './acts/importing.ts';
import { changeClient } from './acts/change-client.ts';
import { meddled } from './acts/meddled.ts';
import { mendedHere } from './acts/mended-here.ts';
import { otherExtensions } from './acts/other-extensions.ts';
import { portalFaults } from './acts/portal-faults.ts';
import { oneInPopup } from './acts/one-in-popup.ts';
import { oneKept } from './acts/one-kept.ts';
import { portals } from './acts/portals.ts';
import { ownHands, ownHandsEmpty } from './acts/own-hands.ts';
import { reminded } from './acts/reminded.ts';
import { refused } from './acts/refused.ts';
import { several } from './acts/several.ts';
import { trying } from './acts/trying.ts';
import { writtenDown } from './acts/written-down.ts';
import type { Act } from './scene.ts';

/** Every screen in every state, in the order in which a person meets them. */
export const acts: readonly Act[] = [
  fresh,
  ownHandsEmpty,
  cannotSignIn,
  importing,
  eachKind,
  oneKept,
  oneInPopup,
  writtenDown,
  askedByPortal,
  portals,
  portalFaults,
  eachCause,
  several,
  guided,
  reminded,
  ownHands,
  trying,
  meddled,
  refused,
  mendedHere,
  otherExtensions,
  changeClient,
];
