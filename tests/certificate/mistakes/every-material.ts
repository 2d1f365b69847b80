import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCertificate } from '../../../src/certificate/index.ts';
import type { CredentialName, Pki } from '../../pki/index.ts';
import { satFolder } from '../../sat-folder.ts';
import { materialOf } from './materials.ts';
import type { Label, Material } from './mistake.ts';

const names: readonly CredentialName[] = [
  'person',
  'personAes',
  'company',
  'enie',
  'ampersand',
  'longName',
  'expired',
  'notYetValid',
];

const standing: Readonly<Partial<Record<CredentialName, Label>>> = {
  expired: { cause: 'cert.expired' },
  notYetValid: { cause: 'cert.not_yet', detail: 'clock_behind' },
};

const satFiles = [
  'fiel-vigente/EKU9003173C9',
  'persona-fisica/cacx7605101p8',
  'enie/raqñ7701212m3',
  'ampersand/h&e951128469',
];

/** Every e.firma that mistakes are made with: the made ones, and the SAT's where they are at hand. */
export function everyMaterial(pki: Pki): Promise<Material[]> {
  const { credentials, directory, now } = pki;
  const made = names.map((name) => {
    const { readCertificate: certificate, readPrivateKey, password } = credentials[name];
    const label = standing[name];
    return materialOf(
      {
        name,
        certificate: new Uint8Array(certificate()),
        key: new Uint8Array(readPrivateKey()),
        password,
        at: now,
        ...(label && { standing: [label] }),
      },
      directory,
    );
  });
  const ofTheSat = (satFolder ? satFiles : []).map((path) => {
    const read = (extension: string) =>
      new Uint8Array(readFileSync(join(satFolder ?? '', `${path}.${extension}`)));
    const certificate = read('cer');
    const { notBefore, notAfter } = readCertificate(certificate);
    const at = new Date((notBefore.getTime() + notAfter.getTime()) / 2);
    return materialOf(
      { name: path, certificate, key: read('key'), password: '12345678a', at },
      directory,
    );
  });
  return Promise.all([...made, ...ofTheSat]);
}
