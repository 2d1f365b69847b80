/** Punycode, RFC 3492 section 5. */
const [base, tMin, tMax, skew, damp, initialBias, initialN] = [36, 1, 26, 38, 700, 72, 128];
const lastCodePoint = 0x10_ffff;

/**
 * A host with the letters that people see: each label `xn--…` decoded (RFC 3492). A label that is
 * not well-formed stays as it is.
 */
export function decodeIdn(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}

function decodeLabel(text: string): string | undefined {
  const end = text.lastIndexOf('-');
  const output = [...text.slice(0, Math.max(0, end))].map((letter) => letter.charCodeAt(0));
  let [n, i, bias] = [initialN, 0, initialBias];
  for (let at = end + 1; at < text.length;) {
    const before = i;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(text[at] ?? '');
      at += 1;
      if (digit === undefined) return undefined;
      i += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > lastCodePoint) return undefined;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}

function digitOf(letter: string): number | undefined {
  const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter);
  return letter === '' || digit < 0 ? undefined : digit;
}

/** Section 6.1. */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
