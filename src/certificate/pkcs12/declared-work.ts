import { workOf } from '../key/encryption-scheme.ts';
import type { Pfx } from './pfx.ts';
import { readSafeBags } from './safe-bags.ts';

/**
 * The work of one try at everything in a .pfx that a password locks, before any is opened: in the
 * units of the WorkBudget, without what only shows once a part is open.
 *
 * @throws DerError, FirmaError when a part in clear cannot be read
 */
export function workOfPfx({ mac, parts }: Pfx): number {
  const sealed = parts.flatMap((part) =>
    'sealed' in part
      ? part.sealed
      : readSafeBags(part.safeContents).flatMap(({ sealedKey }) => sealedKey ?? []),
  );
  return sealed.reduce(
    (sum, { scheme, encrypted }) => sum + workOf(scheme, encrypted),
    mac?.iterations ?? 0,
  );
}
