import { X509Certificate, createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openssl } from './openssl.ts';

/** PEM texts, and what Chromium's --ignore-certificate-errors-spki-list takes. */
export interface TlsCertificate {
  key: string;
  cert: string;
  /** base64 of the SHA-256 of the subjectPublicKeyInfo. */
  spkiHash: string;
}

/**
 * A self-signed server certificate for `hosts` (`*.` allowed), kept in `directory` as tls.key and
 * tls.cer. The only one that is dated by the machine's clock, because browsers judge it by that.
 */
export async function makeTlsCertificate(
  directory: string,
  hosts: readonly string[],
): Promise<TlsCertificate> {
  await mkdir(directory, { recursive: true });
  const [keyPath, certPath] = [join(directory, 'tls.key'), join(directory, 'tls.cer')];
  await openssl(
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
      .concat(['-keyout', keyPath, '-out', certPath, '-days', '30'])
      .concat(['-subj', '/CN=Replica de Firma Lista'])
      .concat(['-addext', `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`]),
  );
  const [key, cert] = await Promise.all([readFile(keyPath, 'utf8'), readFile(certPath, 'utf8')]);
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, spkiHash: createHash('sha256').update(spki).digest('base64') };
}
