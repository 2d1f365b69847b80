/** What signs with the e.firmas that are made for tests, and the SAT's where they are at hand. */
import { readFileSync } from 'node:fs';
import { openPrivateKey } from '../../src/certificate/index.ts';
import { signerFrom, type Signer } from '../../src/signature/index.ts';
import type { Credential } from '../pki/index.ts';
import { satFolder } from '../sat-folder.ts';

export type KeyPair = Pick<Credential, 'readCertificate' | 'readPrivateKey' | 'password'>;

export async function signerOf(pair: KeyPair): Promise<Signer> {
  const key = await openPrivateKey(pair.readPrivateKey(), pair.password);
  return signerFrom(key, pair.readCertificate());
}

/** A company, one with an ampersand, and a person with an Ñ. */
export const satPairs: readonly (readonly [name: string, pair: KeyPair])[] = satFolder
  ? [
      pairAt(`${satFolder}/fiel-vigente/EKU9003173C9`),
      pairAt(`${satFolder}/ampersand/h&e951128469`),
      pairAt(`${satFolder}/enie/raqñ7701212m3`),
    ]
  : [];

function pairAt(path: string): readonly [name: string, pair: KeyPair] {
  const read = (extension: string) => new Uint8Array(readFileSync(`${path}.${extension}`));
  return [
    path.slice(path.lastIndexOf('/') + 1),
    {
      password: '12345678a',
      readCertificate: () => read('cer'),
      readPrivateKey: () => read('key'),
    },
  ];
}
