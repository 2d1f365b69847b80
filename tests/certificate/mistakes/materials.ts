import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPrivateKey, readCertificate, type Bytes } from '../../../src/certificate/index.ts';
import { openssl } from '../../pki/openssl.ts';
import { pemOf } from './changed-bytes.ts';
import type { Label, Material } from './mistake.ts';

interface Source {
  name: string;
  certificate: Bytes;
  key: Bytes;
  password: string;
  at: Date;
  standing?: readonly Label[];
}

/** What a pair of files becomes in every form that mistakes are made of. */
export async function materialOf(source: Source, directory: string): Promise<Material> {
  const { certificate, key, password, standing = [], ...rest } = source;
  const folder = await mkdtemp(join(directory, 'material-'));
  const opened = await openPrivateKey(key, password);
  const [cerPath, keyPath] = [join(folder, 'cer.pem'), join(folder, 'key.pem')];
  await Promise.all([
    writeFile(cerPath, pemOf(certificate, 'CERTIFICATE')),
    writeFile(keyPath, pemOf(opened.pkcs8, 'PRIVATE KEY')),
  ]);
  const pfx = async (name: string, args: readonly string[]): Promise<Bytes> => {
    const out = join(folder, name);
    await openssl(
      ['pkcs12', '-export', '-in', cerPath, ...args, '-passout', 'env:PASSWORD', '-out', out],
      { password },
    );
    return new Uint8Array(await readFile(out));
  };
  const [both, alone] = await Promise.all([
    pfx('both.pfx', ['-inkey', keyPath]),
    pfx('alone.pfx', ['-nokeys']),
  ]);
  await rm(folder, { recursive: true });
  return {
    ...rest,
    certificate,
    key,
    password,
    plainKey: opened.pkcs8,
    pfx: both,
    pfxWithoutKey: alone,
    facts: readCertificate(certificate),
    standing,
  };
}
