import { timeValue } from '../asn1/asn1-time.ts';
import { DerError, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { extensionIds, hasDuplicates, readExtensions } from '../chain/extensions.ts';
import { revocationReason, type RevocationReason } from '../revocation/revocation-reason.ts';

export interface RevokedEntry {
  revokedAt: Date;
  reason?: RevocationReason;
}

/**
 * Reads one entry of a list. In: its DER.
 *
 * @throws DerError
 */
export function readRevokedEntry(entry: Bytes): RevokedEntry {
  const [, date, list, extra] = sequenceOf(readDer(entry));
  if (extra) throw new DerError('an entry has at most three parts');
  const extensions = list ? readExtensions(list) : [];
  if (hasDuplicates(extensions)) throw new DerError('extension twice');
  const code = extensions.find(({ id }) => id === extensionIds.reasonCode);
  return {
    revokedAt: timeValue(date),
    ...(code && { reason: reasonOf(code.value) }),
  };
}

function reasonOf(value: Bytes): RevocationReason {
  const reason = revocationReason(readDer(value));
  if (!reason) throw new DerError('no such reason');
  return reason;
}
