import type { CauseId } from './cause-ids.ts';
import type { Fault, Finding } from './verdict.ts';

/** Which of several causes to mend first: as long as an earlier one is there, no later one matters. */
export const causeOrder = [
  // Of a file that cannot be read, or is not there, nothing else can be said.
  'cert.corrupt',
  'key.corrupt',
  'cert.wrong_file',
  'pfx.incomplete',
  'key.missing',
  'key.unsupported',
  // Neither another password nor other dates would make a CSD an e.firma.
  'cert.is_csd',
  // Only an opened key tells what it belongs to. Caps lock changes every letter, a space only itself.
  'pwd.caps',
  'pwd.spaces',
  'pwd.wrong',
  // Dates of a certificate are of no use to whoever has another's key.
  'key.mismatch',
  // An e.firma that is not asked for need not be renewed.
  'cert.moral',
  // Who has a newer one need not renew the old; a renewed one is neither out of date nor weak.
  'cert.superseded',
  'cert.expired',
  'cert.not_yet',
  'cert.weak_alg',
  // Not every portal stumbles over it, and changing the password mends nothing of the above.
  'pwd.encoding',
] as const satisfies readonly CauseId[];

const places = new Map<CauseId, number>(causeOrder.map((cause, place) => [cause, place]));

/** The faults in the order in which to mend them, then everything else as it came. Each id once. */
export function inOrder(findings: readonly Finding[]): { faults: Fault[]; rest: Finding[] } {
  const faults = findings.filter(isFault);
  const first = new Map(faults.toReversed().map((found) => [found.id, found]));
  const named = new Set<string>(first.keys());
  return {
    faults: [...first.values()].toSorted((one, other) => placeOf(one) - placeOf(other)),
    rest: findings.filter(({ id }) => !named.has(id)),
  };
}

function isFault(finding: Finding): finding is Fault {
  return finding.status === 'fail';
}

function placeOf({ id }: Fault): number {
  return places.get(id) ?? causeOrder.length;
}
