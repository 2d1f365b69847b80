import type { Bytes } from '../asn1/der.ts';
import type { ChainFault } from './chain-fault.ts';
import type { ChainAnchor } from './trust-point.ts';

export interface ChainRequest {
  /** DER or PEM, as all certificates and lists here. */
  leaf: Uint8Array;
  /** Certificates that may be needed on the way; what is none is passed over. PEM may hold many. */
  intermediates: readonly Uint8Array[];
  anchors: readonly ChainAnchor[];
  /** When there, even if empty: every certificate but the anchor's must be in the scope of one. */
  crls?: readonly Uint8Array[];
  at: Date;
}

export type ChainVerdict =
  | {
      ok: true;
      /** Leaf first; the anchor's certificate last, if that is what was given. */
      path: readonly Bytes[];
      /** Which of the anchors it ends at, by index. */
      anchor: number;
      reason?: never;
      at?: never;
    }
  | {
      ok: false;
      reason: ChainFault;
      /** The faulty certificate: its place in `path`. */
      at: number;
      /** As far as it reached, leaf first; empty for a leaf that is no certificate. */
      path: readonly Bytes[];
      anchor?: never;
    };

/** A verdict that says no. */
export type ChainRefusal = Extract<ChainVerdict, { ok: false }>;
