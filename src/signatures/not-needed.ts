import type { SourceId } from './sources.ts';

/** What people are told to get for a signature, and what says that they need not. */
export const notNeeded = [
  { id: 'java', source: 'no-java' },
  { id: 'explorer', source: 'no-explorer' },
  { id: 'install', source: 'sat-faq' },
  { id: 'reader', source: 'sat-faq' },
  { id: 'paying', source: 'sat-free' },
] as const satisfies readonly { readonly id: string; readonly source: SourceId }[];
