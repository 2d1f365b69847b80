import * as fc from 'fast-check';
import type { Evidence } from '../../src/diagnosis/index.ts';
import { candidates } from './candidates.ts';

/** Any mix of values of the vocabulary, most signals absent in most of them. */
export const someEvidence: fc.Arbitrary<Evidence> = fc
  .subarray(Object.entries(candidates))
  .chain((chosen) =>
    fc.record(
      Object.fromEntries(
        chosen.map(([name, values]) => [name, fc.constantFrom(...(values as unknown[]))]),
      ),
    ),
  )
  .map((mix): Evidence => mix as Evidence);
