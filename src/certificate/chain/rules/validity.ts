import { eachCertificate, type PathRule } from '../path.ts';

/** Written so that a date that is none is never within (RFC 5280 section 6.1.3 a 2). */
export const hasBegun: PathRule = eachCertificate(
  'not_yet_valid',
  ({ notBefore }, _, { at }) => !(at >= notBefore),
);

/** `notAfter` is the last moment (RFC 5280 section 4.1.2.5). */
export const hasNotEnded: PathRule = eachCertificate(
  'expired',
  ({ notAfter }, _, { at }) => !(at <= notAfter),
);
