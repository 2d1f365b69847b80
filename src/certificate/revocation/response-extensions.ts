import { DerError, explicitOf, type DerNode } from '../asn1/der.ts';
import { hasDuplicates, readExtensions, type Extension } from '../chain/extensions.ts';

/**
 * The extensions in a `[1]`, of a response or of what it says of one certificate.
 *
 * @throws DerError also when one is there twice (RFC 5280 section 4.2)
 */
export function responseExtensions(wrapper: DerNode | undefined): Extension[] {
  const extensions = wrapper ? readExtensions(explicitOf(wrapper, 1)) : [];
  if (hasDuplicates(extensions)) throw new DerError('extension twice');
  return extensions;
}
