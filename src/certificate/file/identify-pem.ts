import { cmsKind } from './cms-content.ts';
import type { FileFormat, FileIdentity, FileKind } from './file-kind.ts';
import { identifyDer } from './identify-der.ts';
import { firstPemLabel, pemBlocks } from '../asn1/pem.ts';

const pemKinds: Readonly<Record<string, FileKind>> = {
  CERTIFICATE: 'pem_certificate',
  'X509 CERTIFICATE': 'pem_certificate',
  'ENCRYPTED PRIVATE KEY': 'pem_private_key',
  'PRIVATE KEY': 'plain_private_key',
  'RSA PRIVATE KEY': 'plain_private_key',
  'EC PRIVATE KEY': 'plain_private_key',
  'CERTIFICATE REQUEST': 'certificate_request',
  'NEW CERTIFICATE REQUEST': 'certificate_request',
  CMS: 'cms',
  PKCS7: 'cms',
  'X509 CRL': 'crl',
  PKCS12: 'pkcs12',
};

const pemFormats: Readonly<Record<string, FileFormat>> = {
  'PUBLIC KEY': 'public_key',
  'RSA PUBLIC KEY': 'public_key',
  'OPENSSH PRIVATE KEY': 'openssh_key',
  'PGP MESSAGE': 'pgp',
  'PGP SIGNATURE': 'pgp',
  'PGP PUBLIC KEY BLOCK': 'pgp',
  'PGP PRIVATE KEY BLOCK': 'pgp',
};

/** What DER between the lines has to be, for the label to be true. */
const contents: Readonly<Partial<Record<FileKind, readonly FileKind[]>>> = {
  pem_certificate: ['certificate', 'ca_certificate'],
  pem_private_key: ['private_key'],
  plain_private_key: ['plain_private_key'],
  certificate_request: ['certificate_request'],
  cms: ['cms', 'sdg', 'renewal_request'],
  crl: ['crl'],
};

/** What a PEM text is: what its first block is. Lengths are not told, they are not the file's. */
export function identifyPem(bytes: Uint8Array): FileIdentity {
  const [first] = pemBlocks(bytes);
  const label = first?.label ?? firstPemLabel(bytes) ?? '';
  const format = pemFormats[label];
  const promised = pemKinds[label];
  if (format) return { kind: 'unknown', format };
  const promise = { ...(promised && { beginsLike: promised }) };
  if (!first) return { kind: 'truncated', ...promise };
  if (!promised) return { kind: 'unknown', format: 'text' };
  // Its own password protects it in the manner of RFC 1421: no base64 alone between the lines.
  if (!first.der && promised === 'plain_private_key') return { kind: 'pem_private_key' };
  if (!first.der) return { kind: 'unknown', ...promise, damage: 'mangled_text' };
  const { kind, declaredLength } = identifyDer(first.der);
  if (kind === 'truncated') return { kind, ...promise };
  if (!contents[promised]?.includes(kind) || declaredLength !== first.der.length) {
    return { kind: 'unknown', ...promise };
  }
  if (promised === 'cms') return { kind: cmsKind(first.der) };
  return { kind: kind === 'ca_certificate' ? kind : promised };
}
