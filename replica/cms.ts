import { verify } from 'node:crypto';
import { derElements, oidOf, type DerElement } from './der.ts';
import { readLeaf, type Leaf } from './leaf.ts';
import { Refusal } from './refusal.ts';

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'],
};
const signedAttributes = 0xa0;
const fieldShape = /^([A-Za-z0-9+/]+={0,2})-----END[+ ]PKCS7-----$/;

/** The DER in the form field `pkcs7` of IDSE: base64 without line breaks, and the END line. */
export function pkcs7Bytes(field: string): Buffer {
  const base64 = fieldShape.exec(field)?.[1];
  if (base64 === undefined) throw new Refusal('pkcs7', 'La firma no viene como IDSE la espera.');
  return Buffer.from(base64, 'base64');
}

/**
 * Verifies a CMS SignedData (RFC 5652 §5) with its content inside and one signer: RSA, SHA-256,
 * no signed attributes.
 * @returns what was signed, and the certificate that came along. @throws Refusal.
 */
export function verifyCms(bytes: Uint8Array): { content: Buffer; leaf: Leaf } {
  const { content, certificate, signer } = readSignedData(bytes);
  const [version, identifier, digest, ...rest] = inside(signer);
  const [algorithm, signature] = rest;
  if (rest.some(({ tag }) => tag === signedAttributes)) {
    throw new Refusal('signed_attributes', 'La firma trae atributos que IDSE no pide.');
  }
  if (idOf(digest) !== oids.sha256 || !oids.rsa.includes(idOf(algorithm))) {
    throw new Refusal('algorithm', 'La firma no está hecha con RSA y SHA-256.');
  }
  const leaf = readLeaf(certificate);
  const serial = inside(identifier)[1];
  if (version?.content[0] !== 1 || textOf(serial) !== leaf.serialNumber) {
    throw new Refusal('signer', 'La firma no dice ser la de su certificado.');
  }
  if (!verify('sha256', content, leaf.x509.publicKey, signature?.content ?? new Uint8Array())) {
    throw new Refusal('signature', 'La firma no es correcta.');
  }
  return { content, leaf };
}

/** ContentInfo → SignedData → the content, the one certificate, the one SignerInfo. */
function readSignedData(bytes: Uint8Array): {
  content: Buffer;
  certificate: Uint8Array;
  signer: DerElement;
} {
  try {
    const [type, wrapped] = inside(derElements(bytes)[0]);
    const [signedData] = inside(wrapped);
    const parts = inside(signedData);
    const [contentType, wrappedContent] = inside(parts[2]);
    const [content] = inside(wrappedContent);
    const certificates = parts.find(({ tag }) => tag === 0xa0);
    const [signer, ...others] = inside(parts.at(-1));
    const isWhole =
      textOfId(type) === oids.signedData &&
      textOfId(contentType) === oids.data &&
      content?.tag === 0x04 &&
      certificates !== undefined &&
      signer !== undefined &&
      others.length === 0;
    if (!isWhole) throw new RangeError('CMS');
    readLeaf(certificates.content);
    return { content: Buffer.from(content.content), certificate: certificates.content, signer };
  } catch (cause) {
    throw new Refusal('malformed', 'Lo que llegó no es una firma con su contenido.', { cause });
  }
}

function inside(element: DerElement | undefined): DerElement[] {
  return element ? derElements(element.content) : [];
}

function textOf(element: DerElement | undefined): string {
  return Buffer.from(element?.content ?? []).toString('latin1');
}

function textOfId(element: DerElement | undefined): string {
  return element?.tag === 0x06 ? oidOf(element.content) : '';
}

/** Of an AlgorithmIdentifier. */
function idOf(element: DerElement | undefined): string {
  return textOfId(inside(element)[0]);
}
