import {
  contextTag,
  encodeAlgorithm,
  encodeDer,
  encodedNull,
  encodeInteger,
  encodeOid,
  hashOid,
  oid,
  tags,
  type Bytes,
} from '../../certificate/index.ts';
import type { Signer } from '../signer.ts';
import { issuerAndSerialNumber } from './issuer-and-serial-number.ts';
import { encodeSignedAttributes } from './signed-attributes.ts';

/** Without signed attributes there is no place for a time. */
export type CmsOptions = { detached: boolean } & (
  { signedAttributes?: true; signingTime?: Date } | { signedAttributes: false }
);

/** Both of SignedData and of its SignerInfo; see {@link signCms}. */
const version = 1;

/**
 * Signs content of any kind (`id-data`): a CMS SignedData (RFC 5652 section 5) in DER, with one
 * signature, RSA PKCS#1 v1.5 with SHA-256 (RFC 5754), and the certificate of the signer. In: the
 * content as it is; whether it stays out of the CMS (`detached`); when it was signed, if that is to
 * be said; `signedAttributes: false` signs the content itself.
 *
 * Its versions are 1 (sections 5.1 and 5.3): the content is `id-data`, all that is in it are X.509
 * certificates, and the signer is named by issuer and serial number.
 *
 * @throws FirmaError `invalid_request` when the time is none
 */
export async function signCms(
  content: Uint8Array,
  signer: Signer,
  options: CmsOptions,
): Promise<Bytes> {
  const own = new Uint8Array(content);
  const encapsulated = options.detached
    ? []
    : [encodeDer(contextTag(0), encodeDer(tags.octetString, own))];
  const signedData = encodeDer(
    tags.sequence,
    encodeInteger(version),
    encodeDer(tags.set, sha256),
    encodeDer(tags.sequence, encodeOid(oid.data), ...encapsulated),
    encodeDer(contextTag(0), signer.certificate.der),
    encodeDer(tags.set, await signerInfo(own, signer, options)),
  );
  return encodeDer(tags.sequence, encodeOid(oid.signedData), encodeDer(contextTag(0), signedData));
}

// RFC 5754 section 2: whoever writes leaves the parameters out.
const sha256 = encodeDer(tags.sequence, encodeOid(hashOid.sha256));

async function signerInfo(content: Bytes, signer: Signer, options: CmsOptions): Promise<Bytes> {
  const attributes =
    options.signedAttributes === false
      ? undefined
      : encodeSignedAttributes(
          new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', content)),
          options.signingTime,
        );
  const signature = await signer.sign(attributes ?? content, 'SHA-256');
  return encodeDer(
    tags.sequence,
    encodeInteger(version),
    issuerAndSerialNumber(signer.certificate),
    sha256,
    ...(attributes ? [implicitly(attributes)] : []),
    encodeAlgorithm(oid.rsaEncryption, encodedNull),
    encodeDer(tags.octetString, signature),
  );
}

/** `[0] IMPLICIT SET OF`: signed as a SET OF, written with another tag (RFC 5652 section 5.4). */
function implicitly(set: Bytes): Bytes {
  const tagged = new Uint8Array(set);
  tagged[0] = contextTag(0);
  return tagged;
}
