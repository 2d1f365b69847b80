const letters = 'A-ZÑ&';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const date = `\\d{2}${month}${day}`;
const alone = (pattern: string): RegExp =>
  new RegExp(`(?<![${letters}\\d])${pattern}(?![${letters}\\d])`, 'g');

const rfc = alone(`[${letters}]{3,4}${date}[A-Z\\d]{3}`);
const curp = alone(`[${letters}]{4}${date}[HMX][A-ZÑ]{5}[A-Z\\d]\\d`);

/** Stand in any document of theirs, and are nobody's who signs here: the IMSS, and the SAT. */
const institutions: ReadonlySet<string> = new Set(['IMS421231I45', 'SAT970701NN3']);

/** The RFCs and CURPs that a text names, each once, in capitals. Only their shape is looked at. */
export function findIdentifiers(text: string): { rfcs: string[]; curps: string[] } {
  const capitals = text.normalize('NFC').toUpperCase();
  const found = (pattern: RegExp): string[] => [...new Set(capitals.match(pattern))];
  return {
    rfcs: found(rfc).filter((each) => !institutions.has(each)),
    curps: found(curp),
  };
}
