import { DerError, explicitOf, expectTag, readDer, sequenceOf } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import type { Bytes, DerNode } from '../asn1/der.ts';
import { oidValue } from '../asn1/der-values.ts';
import { directoryString } from '../asn1/directory-string.ts';
import { berToDer } from './ber-to-der.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import { readSealed, type Sealed } from './sealed.ts';

/** What one SafeBag holds; nothing for CRLs, secrets and what is unknown. */
export interface SafeBag {
  certificate?: Bytes;
  /** PrivateKeyInfo in clear, DER. */
  pkcs8?: Bytes;
  sealedKey?: Sealed;
  friendlyName?: string;
}

const readers: Readonly<Record<string, (value: DerNode) => SafeBag>> = {
  [pkcs12Oid.keyBag]: (value) => ({ pkcs8: value.whole }),
  [pkcs12Oid.pkcs8ShroudedKeyBag]: (value) => ({ sealedKey: readEncryptedKey(value) }),
  [pkcs12Oid.certBag]: readCertBag,
};

/**
 * Reads SafeContents (RFC 7292 section 4.2), DER or BER; the bags of a safeContentsBag in its place.
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readSafeBags(safeContents: Bytes): SafeBag[] {
  return bagsIn(readDer(berToDer(safeContents)));
}

function bagsIn(safeContents: DerNode): SafeBag[] {
  return sequenceOf(safeContents).flatMap((bag) => {
    const [id, explicitValue, attributes, extra] = sequenceOf(bag);
    if (extra) throw new DerError('a bag has three parts');
    const bagId = oidValue(id);
    const value = explicitOf(explicitValue, 0);
    if (bagId === pkcs12Oid.safeContentsBag) return bagsIn(value);
    const friendlyName = attributes && friendlyNameIn(attributes);
    return [{ ...readers[bagId]?.(value), ...(friendlyName && { friendlyName }) }];
  });
}

/** RFC 5958 section 3 */
function readEncryptedKey(node: DerNode): Sealed {
  const [algorithm, encrypted, extra] = sequenceOf(node);
  if (extra) throw new DerError('an encrypted key has two parts');
  return readSealed(algorithm, expectTag(encrypted, tags.octetString).content);
}

/** RFC 7292 section 4.2.3; certificates that are no X.509 are passed over. */
function readCertBag(node: DerNode): SafeBag {
  const [type, value, extra] = sequenceOf(node);
  if (extra) throw new DerError('a certBag has two parts');
  if (oidValue(type) !== pkcs12Oid.x509Certificate) return {};
  return { certificate: expectTag(explicitOf(value, 0), tags.octetString).content };
}

function friendlyNameIn(attributes: DerNode): string | undefined {
  for (const attribute of sequenceOf(attributes, tags.set)) {
    const [type, values] = sequenceOf(attribute);
    const [name] = sequenceOf(values, tags.set);
    if (oidValue(type) === pkcs12Oid.friendlyName && name) return directoryString(name);
  }
  return undefined;
}
