export interface CadenaPair {
  name: string;
  value: string;
}

/** A word in capitals, or a few: `FOLIO DEL ACUSE`. */
const name = /^\p{Lu}[\p{Lu}\d .,:;/()_º°-]{1,79}$/u;
/** What looks like an RFC or a CURP is a value, wherever it stands. */
const identifier = /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3,8}$/;

/**
 * The parts of a cadena original: `||NAME|value|NAME|value||` in pairs, where every other field
 * looks like a name, and else its fields in their order. Undefined for a text that is no cadena, which
 * is then shown as it is.
 */
export function readCadena(
  text: string,
): { pairs: CadenaPair[] } | { fields: string[] } | undefined {
  const inside = /^\|\|(?<inside>[^]+)\|\|$/.exec(text)?.groups?.['inside'];
  if (inside === undefined) return undefined;
  const fields = inside.split('|');
  const pairs = fields.flatMap((field, index) =>
    index % 2 === 0 ? [{ name: field, value: fields[index + 1] ?? '' }] : [],
  );
  const isPaired =
    fields.length % 2 === 0 &&
    pairs.every((pair) => name.test(pair.name) && !identifier.test(pair.name));
  return isPaired ? { pairs } : { fields };
}
