import { matchesIdentifier } from '../key-identifiers.ts';
import { eachCertificate, type PathRule } from '../path.ts';

/**
 * Where a certificate says which key or certificate issued it, it was that one. RFC 5280 leaves
 * this to the search; OpenSSL refuses a contradiction, and so do the servers that use it. Nothing
 * said is no contradiction: the SAT says nothing in what it issues to people.
 */
export const isIssuedByWhomItNames: PathRule = eachCertificate(
  'key_identifier_mismatch',
  ({ known }, index, { certificates }) => {
    const issuer = certificates[index + 1];
    return (
      issuer !== undefined && matchesIdentifier(known.authorityKeyIdentifier, issuer) === false
    );
  },
);
