import { isWeakKey } from '../public-key.ts';
import { isWeakScheme, signatureScheme } from '../signature-scheme.ts';
import { hasSameBytes } from '../../asn1/same-bytes.ts';
import { eachCertificate, type PathRule } from '../path.ts';

/** Both places name the same algorithm, to the byte (RFC 5280 section 4.1.1.2). */
export const hasOneAlgorithm: PathRule = eachCertificate(
  'algorithm_mismatch',
  ({ algorithm, innerAlgorithm }, index, { issuedCount }) =>
    index < issuedCount && !hasSameBytes(algorithm, innerAlgorithm),
);

/** Nobody can forge what was signed; how an anchor signed itself proves nothing either way. */
export const hasStrongSignatures: PathRule = eachCertificate(
  'weak_algorithm',
  ({ algorithm }, index, { issuedCount }) =>
    index < issuedCount && isWeakScheme(signatureScheme(algorithm)),
);

/** No key can be broken, the leaf's and the anchor's included. */
export const hasStrongKeys: PathRule = (path) => {
  const { certificates, anchor } = path;
  if (isWeakKey(anchor.publicKey)) return { reason: 'weak_algorithm', at: certificates.length - 1 };
  const at = certificates.findLastIndex(({ publicKey }) => isWeakKey(publicKey));
  return at < 0 ? undefined : { reason: 'weak_algorithm', at };
};
