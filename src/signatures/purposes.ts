import type { SourceId } from './sources.ts';

/**
 * `none`: nothing has to be signed. `simple`: both sides agree on how they sign. `reader`: a card or
 * a token, that no portal of these asks for.
 */
export type SignatureKind = 'none' | 'efirma' | 'certificado-idse' | 'simple' | 'reader';

/** A way in, or to the same end, that asks for no signature. */
export type OtherWay = 'curp' | 'app' | 'clinic' | 'office' | 'sat-password';

interface Purpose {
  readonly id: string;
  /** What serves; the first is the one to get. */
  readonly serve: readonly [SignatureKind, ...SignatureKind[]];
  /** The easiest first. */
  readonly others: readonly OtherWay[];
  readonly sources: readonly SourceId[];
  /** A company does it, through whoever represents it. */
  readonly asksHolder?: true;
}

/** What people want a signature for, the most frequent first. */
export const purposes = [
  {
    id: 'insured',
    serve: ['none', 'efirma'],
    others: ['curp', 'app', 'clinic'],
    sources: ['imss-app'],
  },
  {
    id: 'portal',
    serve: ['efirma'],
    others: ['office'],
    sources: ['sat-efirma'],
  },
  {
    id: 'idse',
    serve: ['efirma', 'certificado-idse'],
    others: ['office'],
    sources: ['idse-efirma', 'imss-certificate'],
    asksHolder: true,
  },
  {
    id: 'sat',
    serve: ['efirma'],
    others: ['sat-password'],
    sources: ['sat-faq'],
    asksHolder: true,
  },
  {
    id: 'private',
    serve: ['simple', 'efirma'],
    others: [],
    sources: ['simple-law'],
  },
  {
    id: 'reader',
    serve: ['reader', 'efirma'],
    others: [],
    sources: ['sat-faq', 'idse-efirma'],
  },
] as const satisfies readonly Purpose[];

export type KnownPurpose = (typeof purposes)[number];

export type PurposeId = KnownPurpose['id'];
