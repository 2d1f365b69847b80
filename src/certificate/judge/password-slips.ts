import type { CauseId } from './verdict.ts';

export interface PasswordSlip {
  cause: Extract<CauseId, 'pwd.spaces' | 'pwd.caps'>;
  password: string;
}

/** White space, and what is invisible and comes along when a password is pasted. */
const edges = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g;

/**
 * What the person may have meant: without what is invisible around it, and as it would be without
 * caps lock. At most three, none of them the password itself. To be tried against a file, never
 * against a portal.
 */
export function passwordSlips(password: string): PasswordSlip[] {
  const trimmed = password.replace(edges, '');
  const slips: PasswordSlip[] = [
    { cause: 'pwd.spaces', password: trimmed },
    { cause: 'pwd.caps', password: swapCase(password) },
    { cause: 'pwd.caps', password: swapCase(trimmed) },
  ];
  return slips.filter(
    (slip, index) =>
      slip.password !== '' &&
      slip.password !== password &&
      slips.findIndex((other) => other.password === slip.password) === index,
  );
}

function swapCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return character === upper ? character.toLowerCase() : upper;
  }).join('');
}
