import type { WayId } from './ways.ts';

/** What became of the e.firma of before. `ending`: still in force, though not for long. */
export const states = [
  'never',
  'in-force',
  'ending',
  'expired-year',
  'expired-more',
  'lost',
] as const;

export type SignatureState = (typeof states)[number];

/** Whose e.firma it is: a company has one of its own, that its representative asks for. */
export const holders = ['person', 'company'] as const;

export type Holder = (typeof holders)[number];

/**
 * How to come by an e.firma; undefined for whoever has one that serves. By internet while the old
 * one is in force, and for a person within a year after; else in an office of the SAT.
 * Source: rules 2.2.14 and 2.2.15 of the Resolución Miscelánea Fiscal, forms 105, 106 and 312/CFF.
 */
export function wayTo(state: SignatureState, holder: Holder): WayId | undefined {
  if (state === 'in-force') return undefined;
  if (state === 'ending') return 'renovar-efirma';
  if (holder === 'company') return 'efirma-empresa';
  return state === 'expired-year' ? 'renovar-efirma-vencida' : 'efirma-nueva';
}
