import { bits, integer, oid, plain, sequence, set, tagged, text, time, type Der } from './der.ts';
import { basicConstraints, keyUsage } from './extensions.ts';
import { ecKey, type TestKey } from './keys.ts';

const utf8String = 0x0c;

/** The moment of these tests, and what is in force around it. */
export const at = new Date('2026-03-04T05:06:07Z');
export const years = (count: number) => new Date(at.getTime() + count * 365 * 86_400_000);

/** A Name of attributes: common name, and string type if not UTF8String. */
export function nameOf(commonName: string, tag = utf8String, id = '2.5.4.3'): Der {
  return sequence(set(sequence(oid(id), text(tag, commonName))));
}

/** Somebody who can be certified and can certify. */
export interface Party {
  name: Der;
  key: TestKey;
}

export interface TestCertificate extends Party {
  der: Der;
  serialNumber: number;
}

export interface CertificateForm {
  issuer: Party;
  notBefore?: Date;
  notAfter?: Date;
  extensions?: readonly Uint8Array[];
  version?: 1 | 2 | 3;
  serialNumber?: number;
  /** Who signs, if not the issuer. */
  signer?: TestKey;
  /** The algorithm named inside, if another one. */
  innerAlgorithm?: Uint8Array;
  hasUniqueIds?: boolean;
}

let issued = 0;

export function certify(subject: Party, form: CertificateForm): TestCertificate {
  const { issuer, extensions = [], version = 3, serialNumber = ++issued } = form;
  const { signer = issuer.key, notBefore = years(-1), notAfter = years(1) } = form;
  const tbs = sequence(
    ...(version === 1 ? [] : [tagged(0, integer(version - 1))]),
    integer(serialNumber),
    form.innerAlgorithm ?? signer.algorithm,
    issuer.name,
    sequence(time(notBefore), time(notAfter)),
    subject.name,
    subject.key.spki,
    ...(form.hasUniqueIds ? [plain(1, Uint8Array.of(0, 1)), plain(2, Uint8Array.of(0, 2))] : []),
    ...(extensions.length > 0 ? [tagged(3, sequence(...extensions))] : []),
  );
  const der = sequence(tbs, signer.algorithm, bits(signer.sign(tbs)));
  return { ...subject, der, serialNumber };
}

/** What an authority of this project's tests says of itself, as the SAT's: not critically. */
export const authorityExtensions = (pathLength?: number): Der[] => [
  basicConstraints(true, pathLength),
  keyUsage(5, 6),
];

export function party(commonName: string, key: TestKey = ecKey()): Party {
  return { name: nameOf(commonName), key };
}

export function selfSigned(
  root: Party,
  form: Omit<CertificateForm, 'issuer'> = {},
): TestCertificate {
  return certify(root, { extensions: authorityExtensions(), ...form, issuer: root });
}

export function authority(subject: Party, form: CertificateForm): TestCertificate {
  return certify(subject, { extensions: authorityExtensions(), ...form });
}

/** A Name without an attribute. */
export const emptyName: Der = sequence();
