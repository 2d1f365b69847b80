/** DER (X.690) as tests write it: nothing here is shared with what is tested. */

/** One element of contents, which are put one after the other. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(header), content]);
}

export const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
export const octetString = (content: Uint8Array): Buffer => der(0x04, content);
export const bitString = (content: Uint8Array): Buffer => der(0x03, Buffer.of(0), content);
export const integer = (...octets: readonly number[]): Buffer => der(0x02, Buffer.from(octets));
/** `[number]` EXPLICIT. */
export const explicit = (number: number, content: Uint8Array): Buffer =>
  der(0xa0 | number, content);

/** A GeneralizedTime to the second. */
export function generalizedTime(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));
}

/** An OBJECT IDENTIFIER of its dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from(octets));
}

export interface WrittenExtension {
  id: string;
  critical?: boolean;
  /** What goes inside of `extnValue`. */
  value: Uint8Array;
}

export function extension({ id, critical = false, value }: WrittenExtension): Buffer {
  const flag = critical ? [der(0x01, Buffer.of(0xff))] : [];
  return sequence(objectId(id), ...flag, octetString(value));
}
