export { hasFailedSince } from './has-failed-since.ts';
export { makeReport } from './make-report.ts';
export { newReference } from './reference.ts';
export type * from './report.ts';
export { seenFacts, type SeenFacts } from './seen-facts.ts';
export type { Occasion, Source, Sources } from './sources.ts';
export { whoCanAct, type Actor } from './who-can-act.ts';
