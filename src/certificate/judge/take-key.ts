import type { IsWanted } from './choose-pair.ts';
import { isOfUse } from './is-of-use.ts';
import type { Opening } from './open-and-pair.ts';
import type { SortedFile } from './sorted-file.ts';
import type { CredentialVerdict, Finding, TakenFile } from './verdict.ts';

/**
 * The key to hand out and its files: when it belongs to a certificate of the wanted kind, the
 * password as typed opened it, and no finding makes it worthless. Every other opened key is wiped.
 */
export function takeKey(
  { keys, pair, isPairOpen }: Opening,
  isWanted: IsWanted,
  findings: readonly Finding[],
): Pick<CredentialVerdict, 'key' | 'files'> {
  const isTaken = isPairOpen && isOfUse(findings);
  const taken = pair && isTaken && isWanted(pair.certificate.certificate) ? pair : undefined;
  for (const { key } of keys) if (key !== taken?.key) key.pkcs8.fill(0);
  if (!taken) return {};
  const { certificate, file, key } = taken;
  return { key, files: { certificate: takenFile(certificate), privateKey: takenFile(file) } };
}

function takenFile({ index, name, bytes }: SortedFile): TakenFile {
  return { index, name, bytes: new Uint8Array(bytes) };
}
