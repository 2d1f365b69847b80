/** One attribute of a distinguished name: the name openssl knows it by, and its value. */
export type NameAttribute = readonly [attribute: string, value: string];

/**
 * The bits of ASN1_mbstring that `string_mask` takes. `sat` is PrintableString, else TeletexString
 * with Latin-1 bytes: what the SAT writes in a subject. Its CAs have UTF8String.
 */
const stringMasks = { sat: 'MASK:0x6', utf8: 'utf8only' };

/**
 * The configuration of `openssl req` for a subject, in the order given.
 * X.520 lets a name have 64 characters and companies have longer ones: `stbl` lifts that.
 */
export function requestConfig(
  subject: readonly NameAttribute[],
  strings: keyof typeof stringMasks,
): string {
  return [
    'openssl_conf = init',
    '[init]',
    'stbl_section = stbl',
    '[stbl]',
    'CN = min:1,max:400',
    'O = min:1,max:400',
    '[req]',
    'prompt = no',
    'utf8 = yes',
    `string_mask = ${stringMasks[strings]}`,
    'distinguished_name = subject',
    '[subject]',
    ...subject.map(([attribute, value]) => `${attribute} = ${quoted(value)}`),
    '',
  ].join('\n');
}

/**
 * The configuration of `openssl ca`, the only command of OpenSSL 3.0 that takes both dates and a
 * serial number. It would add two key identifiers by itself, hence the two `none`. Its folder serves one certificate, so that many can be issued at once.
 */
export function issueConfig(extensions: readonly string[]): string {
  return [
    '[ca]',
    'default_ca = issuer',
    '[issuer]',
    'database = index.txt',
    'serial = serial',
    'new_certs_dir = .',
    'default_md = sha256',
    'policy = policy',
    'x509_extensions = extensions',
    '[policy]',
    'commonName = supplied',
    '[extensions]',
    'subjectKeyIdentifier = none',
    'authorityKeyIdentifier = none',
    ...extensions,
    '',
  ].join('\n');
}

/** A value that keeps its spaces: openssl drops the outer ones of a bare value. */
function quoted(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
