import {
  identifyFile,
  sealPrivateKey,
  toBase64,
  type Certificate,
  type CredentialFile,
  type OpenedKey,
} from '../certificate/index.ts';
import type { FillSecret } from '../vault/index.ts';
import { fileName } from './file-name.ts';

interface OpenedFiles {
  certificate: Certificate;
  key: OpenedKey;
  /** The files that both were taken from. */
  taken: { certificate: CredentialFile; privateKey: CredentialFile };
  /** As typed. */
  password: string;
}

/**
 * The pair as portals take it, whatever was brought: a .cer and a .key, both DER. A .key that is
 * one already stays as it is, octet by octet; out of a .pfx or a PEM text it is enciphered anew as
 * the SAT does, under the same password. Names stay as far as they end as they should.
 */
export async function portalFiles({
  certificate,
  key,
  taken,
  password,
}: OpenedFiles): Promise<FillSecret> {
  const { rfc, der } = certificate;
  const { name, bytes } = taken.privateKey;
  const isKeyFile = identifyFile(bytes).kind === 'private_key';
  const keyFile = isKeyFile ? bytes : await sealPrivateKey(key.pkcs8, password);
  return {
    certificate: { name: fileName(taken.certificate.name, 'cer', rfc), bytes: toBase64(der) },
    privateKey: { name: fileName(name, 'key', rfc), bytes: toBase64(keyFile) },
    password,
  };
}
