import { encodeDer, tags, type Bytes } from '../../certificate/index.ts';
import { FirmaError } from '../../errors.ts';

/**
 * A time of CMS, UTC and without fractions: UTCTime from 1950 to 2049, else GeneralizedTime (RFC
 * 5652 section 11.3).
 *
 * @throws FirmaError `invalid_request` when the date is none, or of a year without four digits
 */
export function encodeTime(date: Date): Bytes {
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new FirmaError('invalid_request', { cause: new Error('signingTime') });
  }
  const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  const isUtcTime = year >= 1950 && year <= 2049;
  return encodeDer(
    isUtcTime ? tags.utcTime : tags.generalizedTime,
    new TextEncoder().encode(isUtcTime ? digits.slice(2) : digits),
  );
}
