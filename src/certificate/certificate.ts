import { FirmaError } from '../errors.ts';
import type { Certificate } from './certificate-facts.ts';
import { extensionsOf } from './certificate-extensions.ts';
import { certificateKind } from './certificate-kind.ts';
import { timeValue } from './asn1/asn1-time.ts';
import { DerError, explicitOf, expectTag, readDer, sequenceOf, type Bytes } from './asn1/der.ts';
import { contextTag, tags } from './asn1/tags.ts';
import { bitStringOctets, integerOctets, smallInteger } from './asn1/der-values.ts';
import { attributeText, distinguishedName, nameAttributes } from './asn1/distinguished-name.ts';
import { certificateLabels, derOf } from './asn1/pem.ts';
import { weaknessOf } from './certificate-weakness.ts';
import { publicKeyFacts } from './public-key-facts.ts';
import { holderOf, satSubject, serialNumberText } from './sat.ts';
import { hasOldHash, signatureAlgorithmName } from './signature-algorithm.ts';

/**
 * Reads a certificate (RFC 5280 section 4.1, version 3) with the fields of the SAT's profile. In:
 * the whole file, DER or PEM. Out: its facts; nothing of it is trusted yet.
 *
 * @throws FirmaError `not_a_certificate` for anything else, bytes after the end included
 */
export function readCertificate(bytes: Uint8Array): Certificate {
  try {
    const der = derOf(bytes, certificateLabels);
    if (!der) throw new DerError('no certificate in the PEM text');
    return certificateOf(der);
  } catch (error) {
    if (error instanceof DerError) throw new FirmaError('not_a_certificate', { cause: error });
    throw error;
  }
}

function certificateOf(der: Bytes): Certificate {
  const [tbs, algorithm, signature, extra] = sequenceOf(readDer(der));
  if (!tbs || !algorithm || extra) throw new DerError('a certificate has three parts');
  const [version, serial, tbsAlgorithm, issuer, validity, subject, publicKey, ...rest] =
    sequenceOf(tbs);
  if (smallInteger(explicitOf(version, 0)) !== 2) throw new DerError('not version 3');
  // RFC 5280 section 4.1.1.2
  const signatureAlgorithm = signatureAlgorithmName(algorithm);
  if (signatureAlgorithmName(expectTag(tbsAlgorithm, tags.sequence)) !== signatureAlgorithm) {
    throw new DerError('two signature algorithms');
  }
  const [notBefore, notAfter, extraTime] = sequenceOf(validity);
  if (extraTime) throw new DerError('a validity has two times');
  const attributes = nameAttributes(subject);
  const subjectName = distinguishedName(subject, attributes);
  const text = (type: string) => attributeText(attributes, type);
  const { rfc, curp, representative } = holderOf(
    text(satSubject.rfc) ?? '',
    text(satSubject.curp) ?? '',
  );
  const { isCa, keyUsage, extendedKeyUsage } = extensionsOf(
    rest.find(({ tag }) => tag === contextTag(3)),
  );
  const { keyAlgorithm, keyBits, modulus, publicExponent } = publicKeyFacts(publicKey);
  const certificate: Certificate = {
    rfc,
    legalName: subjectName.commonName ?? text(satSubject.name) ?? subjectName.organization ?? '',
    serialNumber: serialNumberText(integerOctets(serial)),
    notBefore: timeValue(notBefore),
    notAfter: timeValue(notAfter),
    issuer: distinguishedName(issuer),
    subject: subjectName,
    kind: 'other',
    isCa,
    keyUsage,
    extendedKeyUsage,
    signatureAlgorithm,
    der,
    tbsCertificate: tbs.whole,
    signature: bitStringOctets(signature),
    subjectPublicKeyInfo: expectTag(publicKey, tags.sequence).whole,
    keyAlgorithm,
    modulus,
  };
  certificate.kind = certificateKind(certificate);
  const email = text(satSubject.email);
  // Without spreading, which would take as long as all of the reading.
  if (curp !== undefined) certificate.curp = curp;
  if (email !== undefined) certificate.email = email;
  if (representative) certificate.representative = representative;
  if (keyBits !== undefined) certificate.keyBits = keyBits;
  if (publicExponent !== undefined) certificate.publicExponent = publicExponent;
  const isWeak = weaknessOf(certificate, hasOldHash(algorithm, signatureAlgorithm));
  if (isWeak) certificate.isWeak = isWeak;
  return certificate;
}
