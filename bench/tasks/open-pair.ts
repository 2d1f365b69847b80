import { Credential } from '@nodecfdi/credentials/browser';
import { fromBER } from 'asn1js';
import forge from 'node-forge';
import { Certificate as PkiCertificate, PKCS8ShroudedKeyBag, RSAPublicKey } from 'pkijs';
import { openPrivateKey, readCertificate, toHex } from '../../src/certificate/index.ts';
import type { Contestant, Material, Task } from '../contest.ts';
import { binaryOf } from './binary.ts';

/** The one place of pkijs that opens an EncryptedPrivateKeyInfo is kept from outsiders. */
class ShroudedKey extends PKCS8ShroudedKeyBag {
  async open(password: string): Promise<ArrayBuffer> {
    await this.parseInternalValues({ password: new TextEncoder().encode(password).buffer });
    if (!this.parsedValue) throw new Error('not opened');
    return this.parsedValue.toSchema().toBER();
  }
}

type Scheme = 'privateKey' | 'privateKeyAes';

/** .cer, .key and password in; out a key that can sign, after making sure that the two belong together. */
function contestants(scheme: Scheme): Contestant[] {
  return [
    {
      name: 'firma-lista',
      async run({ certificate, [scheme]: privateKey, password }) {
        // The certificate is read while another thread derives the key.
        const opening = openPrivateKey(privateKey, password);
        const { rfc, modulus } = readCertificate(certificate);
        const opened = await opening;
        if (toHex(opened.modulus) !== toHex(modulus)) throw new Error('not a pair');
        await opened.key('SHA-256');
        return rfc;
      },
    },
    {
      name: 'node-forge',
      run({ certificate, [scheme]: privateKey, password }) {
        const { subject, publicKey } = forge.pki.certificateFromAsn1(
          forge.asn1.fromDer(binaryOf(certificate)),
        );
        const info = forge.pki.decryptPrivateKeyInfo(
          forge.asn1.fromDer(binaryOf(privateKey)),
          password,
        );
        const { n } = forge.pki.privateKeyFromAsn1(info);
        if (!('n' in publicKey) || !n.equals(publicKey.n)) throw new Error('not a pair');
        return String(subject.getField({ type: '2.5.4.45' }).value);
      },
    },
    {
      name: '@nodecfdi/credentials',
      run({ certificate, [scheme]: privateKey, password }) {
        return Credential.create(binaryOf(certificate), binaryOf(privateKey), password).rfc();
      },
    },
    {
      name: 'pkijs',
      async run({ certificate, [scheme]: privateKey, password }) {
        const bag = new ShroudedKey({ schema: fromBER(privateKey).result });
        const opening = bag.open(password);
        const { subject, subjectPublicKeyInfo } = PkiCertificate.fromBER(certificate);
        const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
        const opened = await opening;
        const key = await crypto.subtle.importKey('pkcs8', opened, algorithm, true, ['sign']);
        const { n = '' } = await crypto.subtle.exportKey('jwk', key);
        const { parsedKey } = subjectPublicKeyInfo;
        if (!(parsedKey instanceof RSAPublicKey)) throw new Error('not RSA');
        if (n !== parsedKey.toJSON().n.replace(/=+$/, '')) throw new Error('not a pair');
        const rfc = subject.typesAndValues.find(({ type }) => type === '2.5.4.45');
        return String(rfc?.value.valueBlock.value);
      },
    },
  ];
}

const spoil = (material: Material): Material => ({
  ...material,
  password: `${material.password}x`,
});

export const openingPair: Task = {
  name: 'open .cer + .key + password (3DES, as the SAT makes them)',
  spoil,
  contestants: contestants('privateKey'),
};

export const openingAesPair: Task = {
  name: 'open .cer + .key + password (AES-256)',
  spoil,
  contestants: contestants('privateKeyAes'),
};
