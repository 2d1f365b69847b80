import { FirmaError } from '../errors.ts';

/** Printable ASCII without what other texts that are signed cannot do without. */
const plain = /^[!-~]+$/;
const marks = /[|.<#]/;

const longest = 4096;

/**
 * A text that a server gave out, without the line ends around it, eight at most on either side: pages
 * of a server write them before and after what they have to say.
 */
export function withoutLineEnds(text: string): string {
  return /^(?:\r?\n){0,8}(?<inside>[^\r\n]*)(?:\r?\n){0,8}$/.exec(text)?.groups?.['inside'] ?? text;
}

/**
 * Makes sure that a text which a portal gave out is a bare random value, so that its signature is of
 * no use for anything but this sign-in. `pattern` is the portal's own, over all of the text.
 *
 * A PKCS#1 v1.5 signature without signed attributes is over the very octets that were given, so the
 * same octets must not be something else that RSA with SHA-256 signs:
 * - a cadena original, of a CFDI or of a portal, has bars (`||…||`), as has the text of the SAT;
 * - the signing input of a JWS has a dot between its two parts (RFC 7515 section 5.1);
 * - signed attributes of a CMS, a TBSCertificate, a CertificationRequestInfo and the data of an OCSP
 *   or time-stamp answer are DER, where object identifiers and integers have the control octets 06
 *   and 02 for tags (the known confusion of a CMS with and one without signed attributes);
 * - SignedInfo of an XMLDSig begins with `<`;
 * - the handshake that a TLS client signs, and what it signs in TLS 1.3, hold the octet 0.
 * These are refused whatever a pattern allows: a mistake in a row of data forges nothing.
 *
 * @throws FirmaError `challenge_unknown`
 */
export function assertChallenge(text: string, pattern = '.+'): void {
  const isBare =
    text.length <= longest &&
    plain.test(text) &&
    !marks.test(text) &&
    new RegExp(`^(?:${pattern})$`).test(text);
  if (!isBare) throw new FirmaError('challenge_unknown');
}
