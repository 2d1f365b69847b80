import type { NativePlan, NativeRequest } from '../../messages.ts';
import type { KnownPortal } from '../../portals/index.ts';
import type { Signer } from '../../signature/index.ts';
import type { sendPkcs7 } from './send-pkcs7.ts';
import type { sendToken } from './send-token.ts';

/** What was approved, and where. */
export interface NativeTask {
  plan: NativePlan;
  portal: KnownPortal;
  /** Where the portal wants one. */
  account: NativeRequest['account'];
}

/** What came of sending; undefined when the page went away meanwhile. */
export type SendOutcome = ReturnType<typeof sendToken | typeof sendPkcs7> | undefined;

/** A protocol with what it is to say. */
export interface Spoken {
  /** The text that is signed, as people are shown it. */
  textFor(signer: Signer): string;
  /** Signs, and gives what sends the answer. */
  answer(signer: Signer): Promise<() => Promise<SendOutcome>>;
}
