import type { PageFacts } from '../../src/diagnosis/index.ts';

/** An attempt in whose page nothing was wrong, but for what is said. */
export function pageFacts(facts: Partial<PageFacts> = {}): PageFacts {
  return {
    portal: 'buzon-imss',
    at: '2026-11-22T12:00:00Z',
    settled: true,
    blank: false,
    texts: [],
    foreignMessages: 0,
    blocked: 0,
    missingChunks: 0,
    fromCache: 0,
    fromServiceWorker: 0,
    loginLoop: false,
    ...facts,
  };
}
