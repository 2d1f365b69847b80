import type { Report } from '../../../report/index.ts';
import type { Row } from './row.ts';

/** What the diagnosis was judged by, in the words of the rules. */
export function signalRows({ diagnosis }: Report): readonly Row[] {
  if (diagnosis.state !== 'read') return [];
  const signals = Object.entries(diagnosis.value.signals)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}: ${String(value)}`);
  return signals.length === 0 ? [] : [{ text: signals.join(' · ') }];
}
