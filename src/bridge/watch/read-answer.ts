import type { Receipt, WatcherReport } from '../protocol.ts';

const longestText = 300;
const longestAnswer = 4 * 1024 * 1024;

/** Parts of what a portal gets back for its record, and the most letters of each. */
const receiptParts = { folio: 100, acuse: 1000, serie_cert: 100, cadori: 20_000 } as const;

type Fields = Readonly<Record<string, unknown>>;

/** What a text of JSON says; undefined for everything that is none. */
export function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What the widget tells the page: a text of JSON. Nothing else of it is read. */
export function readAnswer(data: unknown): Pick<WatcherReport, 'answer' | 'receipt'> | undefined {
  const answer = typeof data === 'string' && data.length <= longestAnswer ? parse(data) : undefined;
  if (!isFields(answer) || !('resultado' in answer)) return undefined;
  const { resultado, texto, mensaje } = answer;
  if (resultado === 0 || resultado === '0') {
    const receipt = readReceipt(answer);
    return { answer: { accepted: true }, ...(receipt && { receipt }) };
  }
  const text = [texto, mensaje].find((value) => typeof value === 'string' && value !== '');
  return {
    answer: {
      accepted: false,
      ...(typeof text === 'string' && { text: text.slice(0, longestText) }),
    },
  };
}

/** What says where the matter can be followed up; of several signatures, that of the first. */
function readReceipt(answer: Fields): Receipt | undefined {
  const [first] = isFields(answer['firmas']) ? Object.values(answer['firmas']) : [];
  const whole: Fields = { ...(isFields(first) && first), ...answer };
  const parts = Object.entries(receiptParts).flatMap(([name, most]) => {
    const value = whole[name];
    return typeof value === 'string' && value !== '' && value.length <= most
      ? [[name, value] as const]
      : [];
  });
  const receipt: Receipt = Object.fromEntries(parts);
  return receipt.folio !== undefined || receipt.acuse !== undefined ? receipt : undefined;
}
