import type { KeyUsage } from './certificate-facts.ts';
import {
  DerError,
  explicitOf,
  expectTag,
  readDer,
  sequenceOf,
  tags,
  type DerNode,
} from './asn1/der.ts';
import { booleanValue, namedBits, oidValue } from './asn1/der-values.ts';
import { oid } from './asn1/oid.ts';

/** RFC 5280 section 4.2.1.3: the place in the list is the number of the bit. */
const keyUsages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

export interface ExtensionFacts {
  isCa: boolean;
  keyUsage: readonly KeyUsage[];
  extendedKeyUsage: readonly string[];
}

/**
 * The extensions that tell what a certificate is for. In: the `[3]` of a TBSCertificate, if any.
 * Unknown extensions are passed over.
 *
 * @throws DerError also when one is there twice (RFC 5280 section 4.2)
 */
export function extensionsOf(wrapper: DerNode | undefined): ExtensionFacts {
  const values = wrapper ? extensionValues(explicitOf(wrapper, 3)) : new Map<string, DerNode>();
  const usage = values.get(oid.keyUsage);
  const extended = values.get(oid.extendedKeyUsage);
  const constraints = values.get(oid.basicConstraints);
  const [ca] = constraints ? sequenceOf(constraints) : [];
  return {
    isCa: ca?.tag === tags.boolean && booleanValue(ca),
    keyUsage: usage ? namedBits(usage).flatMap((bit) => keyUsages[bit] ?? []) : [],
    extendedKeyUsage: extended ? sequenceOf(extended).map(oidValue) : [],
  };
}

function extensionValues(list: DerNode): Map<string, DerNode> {
  const known = new Set<string>([oid.keyUsage, oid.extendedKeyUsage, oid.basicConstraints]);
  const seen = new Set<string>();
  const values = new Map<string, DerNode>();
  for (const extension of sequenceOf(list)) {
    const parts = sequenceOf(extension);
    const id = oidValue(parts[0]);
    if (seen.has(id)) throw new DerError('extension twice');
    seen.add(id);
    const value = expectTag(parts.at(-1), tags.octetString);
    if (known.has(id)) values.set(id, readDer(value.content));
  }
  return values;
}
