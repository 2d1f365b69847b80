import { timeValue } from '../asn1/asn1-time.ts';
import { bitStringOctets, smallInteger } from '../asn1/der-values.ts';
import { DerError, explicitOf, expectTag, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { derOf, isPem } from '../asn1/pem.ts';
import { hasDuplicates, readExtensions, type Extension } from '../chain/extensions.ts';
import { nameKey } from '../chain/names.ts';
import type { SignedBytes } from '../chain/verify-signature.ts';

/** Octets: the largest lists of busy authorities have some 10 MB. */
export const largestCrl = 20 * 1024 * 1024;
/** Octets as PEM, which is text for people: of all those others are DER. */
const largestPemCrl = 4 * 1024 * 1024;

/** A list of revoked certificates; its entries are still unread, as there may be many. */
export interface Crl extends SignedBytes {
  innerAlgorithm: Bytes;
  /** As {@link nameKey}. */
  issuerKey: string;
  thisUpdate: Date;
  nextUpdate?: Date;
  /** The entries one after the other, DER. */
  entries: Bytes;
  extensions: readonly Extension[];
}

/**
 * Reads a CertificateList (RFC 5280 section 5.1). In: the whole of it, DER or PEM.
 *
 * @throws DerError also when it is larger than {@link largestCrl}, or 4 MB as PEM
 */
export function readCrl(bytes: Uint8Array): Crl {
  const most = isPem(bytes) ? largestPemCrl : largestCrl;
  if (bytes.length > most) throw new DerError('list too large');
  const der = derOf(bytes, ['X509 CRL']);
  if (!der) throw new DerError('no list in the PEM text');
  const [tbs, algorithm, signature, extra] = sequenceOf(readDer(der));
  if (extra) throw new DerError('a list has three parts');
  const parts = sequenceOf(tbs);
  const version = parts[0]?.tag === tags.integer ? smallInteger(parts.shift()) : 0;
  const [inner, issuer, thisUpdate, ...rest] = parts;
  const isTime = ({ tag }: { tag: number }) => tag === tags.utcTime || tag === tags.generalizedTime;
  const nextUpdate = rest[0] && isTime(rest[0]) ? rest.shift() : undefined;
  const entries = rest[0]?.tag === tags.sequence ? rest.shift() : undefined;
  const wrapper = rest.shift();
  const extensions = wrapper ? readExtensions(explicitOf(wrapper, 0)) : [];
  // Extensions make it version 2; version 1 does not write its number.
  if (rest.length > 0 || version > 1 || (wrapper && version !== 1) || hasDuplicates(extensions)) {
    throw new DerError('not a list of revoked certificates');
  }
  return {
    data: expectTag(tbs, tags.sequence).whole,
    algorithm: expectTag(algorithm, tags.sequence).whole,
    innerAlgorithm: expectTag(inner, tags.sequence).whole,
    signature: bitStringOctets(signature),
    issuerKey: nameKey(expectTag(issuer, tags.sequence).whole),
    thisUpdate: timeValue(thisUpdate),
    ...(nextUpdate && { nextUpdate: timeValue(nextUpdate) }),
    entries: entries?.content ?? new Uint8Array(),
    extensions,
  };
}

/** The extension with this id, if there. */
export function extensionOf(
  { extensions }: Pick<Crl, 'extensions'>,
  wanted: string,
): Extension | undefined {
  return extensions.find(({ id }) => id === wanted);
}
