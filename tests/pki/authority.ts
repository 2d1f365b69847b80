import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NameAttribute } from './config.ts';
import { issueCertificate, type Signer } from './issue.ts';
import { asPem } from './pem.ts';

/** A CA of the hierarchy. `cerPath` is DER, `pemPath` the same in PEM, `keyPath` plain PEM. */
export interface Authority extends Signer {
  name: string;
  cerPath: string;
  readCertificate(): Uint8Array;
}

export interface AuthorityOptions {
  directory: string;
  /** Name of its files. */
  file: string;
  /** Its common name. */
  name: string;
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  /** Of its key. */
  bits: number;
  issuer?: Signer | Promise<Signer>;
}

/**
 * Makes a CA. As in the SAT's hierarchy its basicConstraints are not critical, which is what strict
 * validators object to.
 */
export async function makeAuthority(options: AuthorityOptions): Promise<Authority> {
  const { directory: _directory, file: _file, name, issuer, ...dates } = options;
  const authority = authorityIn(options);
  const { cerPath, pemPath, keyPath } = authority;
  const der = await issueCertificate({
    ...dates,
    ...(issuer && { issuer }),
    subject: subjectOf(name),
    strings: 'utf8',
    extensions: [
      `basicConstraints = CA:TRUE,pathlen:${issuer ? 0 : 1}`,
      'keyUsage = critical,digitalSignature,nonRepudiation,keyCertSign,cRLSign',
      'subjectKeyIdentifier = hash',
      ...(issuer ? ['authorityKeyIdentifier = keyid,issuer'] : []),
    ],
    keyPath,
  });
  await Promise.all([writeFile(cerPath, der), writeFile(pemPath, asPem(der))]);
  return authority;
}

/** The CA whose files are in a directory, or will be. */
export function authorityIn({
  directory,
  file,
  name,
}: Pick<AuthorityOptions, 'directory' | 'file' | 'name'>): Authority {
  const [cerPath, pemPath, keyPath] = ['cer', 'pem', 'key.pem'].map((extension) =>
    join(directory, `${file}.${extension}`),
  ) as [string, string, string];
  return {
    name,
    cerPath,
    pemPath,
    keyPath,
    readCertificate: () => new Uint8Array(readFileSync(cerPath)),
  };
}

/** The attributes of AC UAT, in its order, with words that cannot be taken for the SAT's. */
function subjectOf(name: string): NameAttribute[] {
  return [
    ['CN', name],
    ['O', 'FIRMA LISTA (PRUEBAS)'],
    ['OU', 'No es el SAT'],
    ['emailAddress', 'pruebas@firma-lista.example'],
    ['street', 'Calle de la Prueba 1'],
    ['postalCode', '06370'],
    ['C', 'MX'],
    ['ST', 'CIUDAD DE MEXICO'],
    ['L', 'COYOACAN'],
    ['x500UniqueIdentifier', '2.5.4.45'],
    ['unstructuredName', 'responsable: nadie'],
  ];
}
