import type { KeyUsage } from './certificate-facts.ts';
import { DerError, explicitOf, readDer, sequenceOf, type DerNode } from './asn1/der.ts';
import { tags } from './asn1/tags.ts';
import { booleanValue, namedBits, oidValue } from './asn1/der-values.ts';
import { extensionIds, hasDuplicates, readExtensions } from './chain/extensions.ts';

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
  const extensions = wrapper ? readExtensions(explicitOf(wrapper, 3)) : [];
  if (hasDuplicates(extensions)) throw new DerError('extension twice');
  const valueOf = (wanted: string) => {
    const found = extensions.find(({ id }) => id === wanted);
    return found && readDer(found.value);
  };
  const usage = valueOf(extensionIds.keyUsage);
  const extended = valueOf(extensionIds.extendedKeyUsage);
  const constraints = valueOf(extensionIds.basicConstraints);
  const [ca] = constraints ? sequenceOf(constraints) : [];
  return {
    isCa: ca?.tag === tags.boolean && booleanValue(ca),
    keyUsage: usage ? usagesOf(usage) : [],
    extendedKeyUsage: extended ? sequenceOf(extended).map(oidValue) : [],
  };
}

function usagesOf(node: DerNode): KeyUsage[] {
  const usages: KeyUsage[] = [];
  for (const bit of namedBits(node)) {
    const usage = keyUsages[bit];
    if (usage) usages.push(usage);
  }
  return usages;
}
