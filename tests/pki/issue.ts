import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueConfig, requestConfig, type NameAttribute } from './config.ts';
import { openssl } from './openssl.ts';

/** Who signs: paths of a PEM certificate and of its PEM private key. */
export interface Signer {
  pemPath: string;
  keyPath: string;
}

export interface CertificateOrder {
  subject: readonly NameAttribute[];
  strings: 'sat' | 'utf8';
  extensions: readonly string[];
  /** 20 decimal digits: their ASCII codes become the octets of the INTEGER. */
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  /** Of the modulus; 2048 unless told. */
  bits?: number;
  /** Where the plain PEM key is written. */
  keyPath: string;
  /** Absent for a certificate that signs itself. */
  issuer?: Signer;
}

/**
 * Makes a new RSA key at `keyPath` and a certificate over it.
 * Signing waits for the issuer, making the key does not.
 * @returns the certificate in DER.
 */
export async function issueCertificate(
  order: Omit<CertificateOrder, 'issuer'> & { issuer?: Signer | Promise<Signer> },
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'firma-lista-issue-'));
  try {
    await Promise.all([
      writeFile(join(folder, 'request.cnf'), requestConfig(order.subject, order.strings)),
      writeFile(join(folder, 'issue.cnf'), issueConfig(order.extensions)),
      writeFile(join(folder, 'index.txt'), ''),
      writeFile(join(folder, 'serial'), `${Buffer.from(order.serialNumber).toString('hex')}\n`),
    ]);
    await openssl(
      [
        'req',
        '-new',
        '-newkey',
        `rsa:${order.bits ?? 2048}`,
        '-nodes',
        '-keyout',
        order.keyPath,
      ].concat(['-config', 'request.cnf', '-out', 'request.pem']),
      { cwd: folder },
    );
    const issuer = await order.issuer;
    await openssl(
      ['ca', '-batch', '-notext', '-preserveDN', '-config', 'issue.cnf', '-in', 'request.pem']
        .concat(['-out', 'certificate.pem'])
        .concat(['-startdate', utcTime(order.notBefore), '-enddate', utcTime(order.notAfter)])
        .concat(
          issuer
            ? ['-cert', issuer.pemPath, '-keyfile', issuer.keyPath]
            : ['-selfsign', '-keyfile', order.keyPath],
        ),
      { cwd: folder },
    );
    const pem = await readFile(join(folder, 'certificate.pem'));
    return new Uint8Array(new X509Certificate(pem).raw);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A date as openssl and its index.txt want it: `YYMMDDHHMMSSZ`, UTC, whole seconds. */
export function utcTime(date: Date): string {
  return `${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`;
}
