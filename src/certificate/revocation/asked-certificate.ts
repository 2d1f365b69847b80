import { FirmaError } from '../../errors.ts';
import { DerError } from '../asn1/der.ts';
import type { ChainCertificate } from '../chain/chain-certificate.ts';
import {
  certificateFrom,
  readTrustPoint,
  type ChainAnchor,
  type TrustPoint,
} from '../chain/trust-point.ts';

export interface AskedCertificate {
  leaf: ChainCertificate;
  issuer: TrustPoint;
}

/**
 * A certificate that somebody asks about, and who issued it.
 *
 * @throws FirmaError `not_a_certificate` when one of them cannot be read
 */
export function readAsked(certificate: Uint8Array, issuer: ChainAnchor): AskedCertificate {
  try {
    return { leaf: certificateFrom(certificate), issuer: readTrustPoint(issuer) };
  } catch (error) {
    if (error instanceof DerError) throw new FirmaError('not_a_certificate', { cause: error });
    throw error;
  }
}
