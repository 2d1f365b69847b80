import * as v from 'valibot';
import type { WatcherReport } from '../bridge/protocol.ts';

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const yes = v.exactOptional(v.literal(true));
const yesOrNo = v.exactOptional(v.boolean());
const upTo = (letters: number) =>
  v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(letters)));

const schema = v.strictObject({
  firmaListaSaw: v.literal(1),
  texts: v.exactOptional(v.pipe(v.array(text), v.maxLength(20))),
  answer: v.exactOptional(v.strictObject({ accepted: v.boolean(), text: v.exactOptional(text) })),
  receipt: v.exactOptional(
    v.strictObject({
      folio: upTo(100),
      acuse: upTo(1000),
      serie_cert: upTo(100),
      cadori: upTo(20_000),
    }),
  ),
  foreignMessages: v.exactOptional(count),
  closedEarly: yes,
  blank: yesOrNo,
  resources: v.exactOptional(
    v.strictObject({ fromCache: count, fromServiceWorker: count, missing: count }),
  ),
  settled: yes,
  form: v.exactOptional(v.picklist(['found', 'missing'])),
  inside: yes,
  sent: yes,
  late: yesOrNo,
});

/** The report in a message, or undefined for anything that is not exactly one. */
export function readReport(message: object): WatcherReport | undefined {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : undefined;
}
