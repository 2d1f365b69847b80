import { fault, type Fault } from './verdict.ts';

export interface PasswordSlip {
  /** What is wrong with the password as typed, if this is what was meant. */
  faults: readonly Fault[];
  password: string;
}

/** White space, and what is invisible and comes along when a password is pasted. */
const edges = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]+|[\s\u200b-\u200f\u2060\ufeff\u00ad]+$/g;
/** What a paste brings into the middle of a word, and no keyboard types. */
const inside = /[\u200b-\u200f\u2060\ufeff\u00ad\r\n\t]+/g;

/**
 * What the person may have meant: without what is invisible, as it would be without caps lock, and
 * with the first letter that a phone made a capital. At most six, none of them the password
 * itself. To be tried against a file, never against a portal.
 */
export function passwordSlips(password: string): PasswordSlip[] {
  const trimmed = password.replace(edges, '');
  const cleaned = trimmed.replace(inside, '').replaceAll('\u00a0', ' ');
  const spaces = spacesOf(password, trimmed);
  const caps = fault('pwd.caps');
  const capital = fault('pwd.caps', 'first_letter');
  const slips: PasswordSlip[] = [
    { faults: spaces, password: trimmed },
    { faults: [fault('pwd.spaces', 'invisible')], password: cleaned },
    { faults: [caps], password: swapCase(password) },
    { faults: [caps, ...spaces], password: swapCase(trimmed) },
    { faults: [capital], password: lowerFirst(password) },
    { faults: [capital, ...spaces], password: lowerFirst(trimmed) },
  ];
  return slips.filter(
    (slip, index) =>
      slip.password !== '' &&
      slip.password !== password &&
      slips.findIndex((other) => other.password === slip.password) === index,
  );
}

/** A space is seen when one looks for it; a line end or a zero-width character is not. */
function spacesOf(password: string, trimmed: string): Fault[] {
  if (password === trimmed) return [];
  const isPlain = password.replace(/^ +| +$/g, '') === trimmed;
  return [fault('pwd.spaces', isPlain ? undefined : 'invisible')];
}

function swapCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return character === upper ? character.toLowerCase() : upper;
  }).join('');
}

function lowerFirst(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLowerCase() + rest.join('');
}
