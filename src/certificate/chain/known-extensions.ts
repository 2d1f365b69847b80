import { booleanValue, namedBits, oidValue, smallInteger } from '../asn1/der-values.ts';
import { DerError, expectTag, readDer, sequenceOf, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { readDistributionPoints } from './distribution-points.ts';
import { extensionIds, type Extension } from './extensions.ts';
import { generalNames } from './general-names.ts';
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from './key-identifiers.ts';
import { readNameConstraints } from './name-constraints.ts';
import {
  readCertificatePolicies,
  readInhibitAnyPolicy,
  readPolicyConstraints,
  readPolicyMappings,
} from './policy-extensions.ts';

/** Bits of keyUsage (RFC 5280 section 4.2.1.3). */
export const keyUsageBits = { keyCertSign: 5, cRLSign: 6 } as const;

/** One reader for each extension that is understood; a critical one of another kind is refused. */
const readers = {
  basicConstraints: readBasicConstraints,
  keyUsage: readKeyUsage,
  extendedKeyUsage: (node: DerNode) => sequenceOf(node).map(oidValue),
  subjectAltName: (node: DerNode) => generalNames(expectTag(node, tags.sequence)),
  nameConstraints: readNameConstraints,
  certificatePolicies: readCertificatePolicies,
  policyMappings: readPolicyMappings,
  policyConstraints: readPolicyConstraints,
  inhibitAnyPolicy: readInhibitAnyPolicy,
  subjectKeyIdentifier: readSubjectKeyIdentifier,
  authorityKeyIdentifier: readAuthorityKeyIdentifier,
  crlDistributionPoints: readDistributionPoints,
};

type Readers = typeof readers;

const readersById = new Map<string, { name: string; read: (node: DerNode) => unknown }>(
  Object.entries(readers).map(([name, read]) => [
    extensionIds[name as keyof Readers],
    { name, read },
  ]),
);

/** What the understood extensions of a certificate say; absent where there is none. */
export type KnownExtensions = { [Name in keyof Readers]?: ReturnType<Readers[Name]> };

/**
 * Reads every extension that is understood, critical or not.
 *
 * @throws DerError when one of them is not what its definition says
 */
export function readKnownExtensions(extensions: readonly Extension[]): KnownExtensions {
  const known: Record<string, unknown> = {};
  for (const { id, value } of extensions) {
    const reader = readersById.get(id);
    // Of two of a kind the first, as everywhere; that there are two is a fault of its own.
    if (reader && !(reader.name in known)) known[reader.name] = reader.read(readDer(value));
  }
  return known;
}

function readBasicConstraints(node: DerNode): { isCa: boolean; pathLength?: number } {
  const parts = sequenceOf(node);
  const ca = parts[0]?.tag === tags.boolean ? parts.shift() : undefined;
  const [length, extra] = parts;
  if (extra) throw new DerError('basicConstraints has at most two parts');
  return {
    isCa: ca !== undefined && booleanValue(ca),
    ...(length && { pathLength: smallInteger(length) }),
  };
}

function readKeyUsage(node: DerNode): number[] {
  const bits = namedBits(node);
  if (bits.length === 0) throw new DerError('keyUsage without a bit');
  return bits;
}
