import {
  childrenOf,
  DerError,
  readDer,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag } from '../asn1/tags.ts';
import { oidValue } from '../asn1/der-values.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { extensionIds } from '../chain/extensions.ts';
import { certificateFrom } from '../chain/trust-point.ts';
import { ocspOid } from './ocsp-oid.ts';

export interface ServiceAddresses {
  ocsp: readonly string[];
  crl: readonly string[];
}

/**
 * The addresses that a certificate (DER or PEM) gives of those who say whether it was revoked, in its order: of
 * OCSP responders (RFC 5280 section 4.2.2.1) and of lists (section 4.2.1.13). Certificates of the SAT
 * give none. They are the issuer's words, not yet URLs that anybody should open; what cannot be read
 * gives none.
 */
export function serviceAddresses(certificate: Uint8Array): ServiceAddresses {
  try {
    const { extensions } = certificateFrom(certificate);
    const valueOf = (wanted: string) => extensions.find(({ id }) => id === wanted)?.value;
    return {
      ocsp: addressesIn(valueOf(ocspOid.authorityInfoAccess), ocspAddress),
      crl: addressesIn(valueOf(extensionIds.crlDistributionPoints), crlAddresses),
    };
  } catch (error) {
    if (error instanceof DerError) return { ocsp: [], crl: [] };
    throw error;
  }
}

function addressesIn(list: Bytes | undefined, read: (entry: DerNode) => string[]): string[] {
  return list ? sequenceOf(readDer(list)).flatMap(read) : [];
}

function ocspAddress(description: DerNode): string[] {
  const [method, location] = sequenceOf(description);
  return oidValue(method) === ocspOid.ocspMethod ? uri(location) : [];
}

/** Of a point with all reasons in one list, whose names are whole. */
function crlAddresses(point: DerNode): string[] {
  const parts = sequenceOf(point);
  const [name, reasons] = [0, 1].map((number) =>
    parts.find(({ tag }) => (tag & 0x9f) === contextTag(number, false)),
  );
  if (!name || reasons) return [];
  return childrenOf(name)
    .filter(({ tag }) => tag === contextTag(0))
    .flatMap((fullName) => childrenOf(fullName).flatMap(uri));
}

/** uniformResourceIdentifier of a GeneralName. */
function uri(name: DerNode | undefined): string[] {
  return name?.tag === contextTag(6, false) ? [fromLatin1(name.content)] : [];
}
