import { isSelfIssued, type ChainCertificate } from '../chain-certificate.ts';
import { keyUsageBits } from '../known-extensions.ts';
import { isEmptyName } from '../names.ts';
import { eachCertificate, type PathRule } from '../path.ts';

/**
 * Extensions belong to version 3, unique identifiers to 2 and 3 (RFC 5280 section 4.1.2), and who
 * issues has version 3 (section 6.1.4 k), but for the root of old.
 */
export const hasFittingVersion: PathRule = eachCertificate(
  'version',
  (certificate, index, { issuedCount }) => {
    const { version, extensions, hasUniqueIds } = certificate;
    if (version < 3 && extensions.length > 0) return true;
    if (version < 2 && hasUniqueIds) return true;
    const isIntermediate = index > 0 && index < issuedCount;
    return isIntermediate && version < 3;
  },
);

/**
 * Who issues is said to be an authority (RFC 5280 section 6.1.4 k) and has a name (section
 * 4.1.2.6). That it be said critically is not demanded: authorities of the SAT and the Banco de
 * México do not. Of roots, one of version 1 that issued itself had no way to say it.
 */
export const isIssuedByAuthorities: PathRule = eachCertificate(
  'not_an_authority',
  (certificate, index, { issuedCount }) => {
    if (isEmptyName(certificate.issuer)) return true;
    if (index === 0) return false;
    const isOldRoot = index >= issuedCount && isRootOfVersion1(certificate);
    return isEmptyName(certificate.subject) || !(isOldRoot || isAuthority(certificate));
  },
);

/** Who issues may sign certificates, where uses are named (RFC 5280 section 6.1.4 n). */
export const maySignCertificates: PathRule = eachCertificate(
  'key_usage',
  ({ known }, index) => index > 0 && known.keyUsage?.includes(keyUsageBits.keyCertSign) === false,
);

/**
 * No more authorities below one than it allows; those with a new key of the same name and the leaf
 * do not count (RFC 5280 sections 4.2.1.9 and 6.1.4 l, m).
 */
export const keepsPathLength: PathRule = ({ certificates }) => {
  let below = 0;
  for (const [at, certificate] of certificates.entries()) {
    if (at === 0) continue;
    const allowed = certificate.known.basicConstraints?.pathLength ?? Infinity;
    if (below > allowed) return { reason: 'path_length', at };
    if (!isSelfIssued(certificate)) below++;
  }
  return undefined;
};

function isAuthority({ known }: ChainCertificate): boolean {
  return known.basicConstraints?.isCa === true;
}

function isRootOfVersion1(certificate: ChainCertificate): boolean {
  return certificate.version === 1 && isSelfIssued(certificate);
}
