/** Which signature serves for what, how one comes by it, and what nobody needs for it. */
export { notNeeded } from './not-needed.ts';
export { purposes, type KnownPurpose, type PurposeId } from './purposes.ts';
export { sources, type SourceId } from './sources.ts';
export { holders, states, wayTo, type Holder, type SignatureState } from './way-to.ts';
export { ways, type WayId } from './ways.ts';
