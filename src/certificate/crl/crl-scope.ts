import { booleanValue } from '../asn1/der-values.ts';
import {
  DerError,
  implicitOf,
  readDer,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import type { ChainCertificate } from '../chain/chain-certificate.ts';
import { fullNames } from '../chain/distribution-points.ts';
import { extensionIds } from '../chain/extensions.ts';
import type { RevocationGap } from '../revocation/revocation-status.ts';
import { extensionOf, type Crl } from './crl.ts';

/** What a list can be limited to (RFC 5280 section 5.2.5), and by the number of its field. */
interface Scope {
  /** Full names of the place it is for, DER as hex; absent when it is for all. */
  places?: readonly string[];
  onlyUserCertificates: boolean;
  onlyAuthorities: boolean;
  /** Only some reasons, other issuers, attribute certificates: not followed here. */
  isPartial: boolean;
}

/** Understood when critical; CRLs with another critical extension say nothing (section 5.2). */
const understood = new Set<string>([
  extensionIds.issuingDistributionPoint,
  extensionIds.authorityKeyIdentifier,
]);

/**
 * Why a list says nothing of a certificate, if so: it has extensions that are not understood, is
 * only the changes to another one, or is for other certificates (RFC 5280 sections 5.2.4, 5.2.5 and
 * 6.3.3 b).
 *
 * @throws DerError
 */
export function scopeGap(crl: Crl, certificate: ChainCertificate): RevocationGap | undefined {
  const isStrange = crl.extensions.some(({ id, isCritical }) => isCritical && !understood.has(id));
  if (isStrange || extensionOf(crl, extensionIds.deltaCrlIndicator)) return 'unsupported';
  const points = certificate.known.crlDistributionPoints;
  const usable = points?.filter(({ isPartial }) => !isPartial);
  if (usable?.length === 0) return 'unsupported';
  const extension = extensionOf(crl, extensionIds.issuingDistributionPoint);
  if (!extension) return undefined;
  const { places, ...scope } = readScope(extension.value);
  if (scope.isPartial) return 'unsupported';
  const isAuthority = certificate.known.basicConstraints?.isCa === true;
  if (isAuthority ? scope.onlyUserCertificates : scope.onlyAuthorities) return 'other_certificate';
  const named = new Set(usable?.flatMap(({ names }) => names));
  return places && !places.some((place) => named.has(place)) ? 'other_certificate' : undefined;
}

function readScope(value: Bytes): Scope {
  const parts = sequenceOf(readDer(value));
  const take = (number: number, constructed = false) =>
    parts[0]?.tag === contextTag(number, constructed) ? parts.shift() : undefined;
  const place = take(0, true);
  const onlyUserCertificates = isTrue(take(1));
  const onlyAuthorities = isTrue(take(2));
  const onlySomeReasons = take(3);
  const isIndirect = isTrue(take(4));
  const onlyAttributes = isTrue(take(5));
  if (parts.length > 0) throw new DerError('not an issuingDistributionPoint');
  return {
    ...(place && { places: fullNames(place) }),
    onlyUserCertificates,
    onlyAuthorities,
    isPartial: onlySomeReasons !== undefined || isIndirect || onlyAttributes,
  };
}

function isTrue(node: DerNode | undefined): boolean {
  return node !== undefined && booleanValue(implicitOf(node, tags.boolean));
}
