import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NameAttribute } from './config.ts';
import { issueCertificate, type Signer } from './issue.ts';
import { openssl } from './openssl.ts';
import type { Holder } from './people.ts';

export type CredentialKind = 'efirma' | 'csd';

/**
 * How the .key is encrypted. `3des` has the SAT's parameters: PBES2, PBKDF2 with HMAC-SHA1 and
 * 2,048 rounds, des-EDE3-CBC (only its constant salt cannot be asked of openssl). `aes256` is
 * PBKDF2 with HMAC-SHA256.
 */
export type KeyCipher = '3des' | 'aes256';

export interface CredentialOrder {
  directory: string;
  /** Name of its two files. */
  file: string;
  holder: Holder;
  kind: CredentialKind;
  cipher: KeyCipher;
  password: string;
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  issuer: Signer | Promise<Signer>;
}

/** An e.firma or a CSD on disk: .cer in DER, .key in encrypted PKCS#8 DER. */
export interface Credential extends Holder {
  kind: CredentialKind;
  cerPath: string;
  keyPath: string;
  password: string;
  /** The 20 digits people know as «número de certificado». */
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  readCertificate(): Uint8Array;
  readPrivateKey(): Uint8Array;
}

/** What SAT's leaves carry, and nothing else: no AKI, SKI, AIA nor CRLDP. */
const extensions: Record<CredentialKind, readonly string[]> = {
  efirma: [
    'basicConstraints = critical,CA:FALSE',
    'keyUsage = digitalSignature,nonRepudiation,dataEncipherment,keyAgreement',
    'nsCertType = client,email',
    'extendedKeyUsage = emailProtection,clientAuth',
  ],
  csd: ['basicConstraints = critical,CA:FALSE', 'keyUsage = digitalSignature,nonRepudiation'],
};

const encryption: Record<KeyCipher, readonly string[]> = {
  '3des': ['-v2', 'des3', '-v2prf', 'hmacWithSHA1', '-iter', '2048'],
  aes256: ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256', '-iter', '2048'],
};

/** Makes a new key and its certificate, and leaves the .cer and the .key in `directory`. */
export async function issueCredential(order: CredentialOrder): Promise<Credential> {
  const { directory, file, holder, kind, cipher, password, ...rest } = order;
  const credential = credentialIn(order);
  const { cerPath, keyPath } = credential;
  const plainPath = join(directory, `${file}.plain.pem`);
  const der = await issueCertificate({
    ...rest,
    subject: subjectOf(holder, kind),
    strings: 'sat',
    extensions: extensions[kind],
    keyPath: plainPath,
  });
  await Promise.all([
    writeFile(cerPath, der),
    openssl(
      ['pkcs8', '-topk8', '-in', plainPath, '-outform', 'DER', '-out', keyPath]
        .concat(encryption[cipher])
        .concat(['-passout', 'env:PASSWORD']),
      { password },
    ),
  ]);
  await rm(plainPath);
  return credential;
}

/** The credential whose files are in the order's directory, or will be. */
export function credentialIn(order: Omit<CredentialOrder, 'issuer' | 'cipher'>): Credential {
  const { directory, file, holder, kind, password, serialNumber, notBefore, notAfter } = order;
  const [cerPath, keyPath] = ['cer', 'key'].map((extension) =>
    join(directory, `${file}.${extension}`),
  ) as [string, string];
  return {
    ...holder,
    kind,
    cerPath,
    keyPath,
    password,
    serialNumber,
    notBefore,
    notAfter,
    readCertificate: () => new Uint8Array(readFileSync(cerPath)),
    readPrivateKey: () => new Uint8Array(readFileSync(keyPath)),
  };
}

/** The subject in the measured order; a company's has its representative after ` / `. */
function subjectOf(holder: Holder, kind: CredentialKind): NameAttribute[] {
  const { legalName, rfc, curp, representative } = holder;
  const identifiers: NameAttribute[] = [
    ['x500UniqueIdentifier', representative ? `${rfc} / ${representative.rfc}` : rfc],
    ['serialNumber', representative ? ` / ${representative.curp}` : (curp ?? '')],
  ];
  const names: NameAttribute[] = [
    ['CN', legalName],
    ['name', legalName],
    ['O', legalName],
  ];
  return kind === 'csd'
    ? [...names, ...identifiers, ['OU', 'Sucursal 1']]
    : [...names, ['C', 'MX'], ['emailAddress', 'pruebas@firma-lista.example'], ...identifiers];
}
