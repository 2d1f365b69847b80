import { DerError, readDer, type Bytes } from '../asn1/der.ts';
import { readName } from '../asn1/read-name.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import type { ChainCertificate } from './chain-certificate.ts';
import { nameForms, type GeneralName } from './general-names.ts';
import { isEmptyName } from './names.ts';

const emailAddress = '1.2.840.113549.1.9.1';
const commonName = '2.5.4.3';
const ia5String = 0x16;

/**
 * Every name of a certificate that nameConstraints speak of (RFC 5280 section 4.2.1.10): the
 * subject, the e-mail addresses in it, the alternative names; of a leaf that has no host among
 * these, also a common name that reads like one, because others take it for one.
 *
 * @throws DerError also for an e-mail address in letters that are not ASCII
 */
export function constrainedNames(certificate: ChainCertificate, isLeaf: boolean): GeneralName[] {
  const { subject, known } = certificate;
  const alternatives = known.subjectAltName ?? [];
  const attributes = readName(readDer(subject)).flat();
  const emails = attributes
    .filter(({ type }) => type === emailAddress)
    .map(({ value: { tag, content } }) => {
      if (tag !== ia5String) throw new DerError('an e-mail address is an IA5String');
      return { form: nameForms.email, value: content };
    });
  const hosts = attributes
    .filter(({ type, value }) => type === commonName && readsLikeHost(value.content))
    .map(({ value }) => ({ form: nameForms.dns, value: value.content }));
  const hasHost = alternatives.some(({ form }) => form === nameForms.dns);
  return [
    ...(isEmptyName(subject) ? [] : [{ form: nameForms.directory, value: subject }]),
    ...emails,
    ...alternatives,
    ...(isLeaf && !hasHost ? hosts : []),
  ];
}

/** Also in two octets a character, where every other is zero. */
function readsLikeHost(octets: Bytes): boolean {
  return /^[\w-]+(?:\.[\w-]+)+\.?$/.test(fromLatin1(octets).replaceAll('\0', ''));
}
