import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { certify, nameOf } from './certify.ts';
import { daysFrom } from './dates.ts';
import { der, sequence, type WrittenExtension } from './der.ts';
import { asPem } from './pem.ts';

/** What is wrong with a server's certificate; `unknown_issuer` is nothing but that. */
export type TlsFault = 'expired' | 'not_yet_valid' | 'other_name' | 'unknown_issuer';

/** PEM texts. Whoever trusts `ca` sees the fault alone. */
export interface FaultyTls {
  key: string;
  cert: string;
  ca: string;
}

/** First and last day, counted from now: browsers judge a server by their machine's clock. */
const validities: Record<TlsFault, readonly [number, number]> = {
  expired: [-60, -1],
  not_yet_valid: [2, 60],
  other_name: [-1, 60],
  unknown_issuer: [-1, 60],
};

const basicConstraints: WrittenExtension = {
  id: '2.5.29.19',
  critical: true,
  value: sequence(der(0x01, Buffer.of(0xff))),
};

/** A server certificate for `host`, wrong in one thing, from a CA of its own. */
export function makeFaultyTls(fault: TlsFault, host: string): FaultyTls {
  const [authority, server] = [keyPair(), keyPair()];
  const issuer = { name: nameOf('Autoridad de una falla'), key: authority.privateKey };
  const common = { issuer, algorithm: 'ECDSA-SHA256' } as const;
  const now = new Date();
  const [first, last] = validities[fault];
  const name = fault === 'other_name' ? 'otro.example' : host;
  return {
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: asPem(
      certify({
        ...common,
        commonName: name,
        publicKey: spkiOf(server.publicKey),
        notBefore: daysFrom(now, first),
        notAfter: daysFrom(now, last),
        extensions: [{ id: '2.5.29.17', value: sequence(der(0x82, Buffer.from(name))) }],
      }),
    ),
    ca: asPem(
      certify({
        ...common,
        commonName: 'Autoridad de una falla',
        publicKey: spkiOf(authority.publicKey),
        serialNumber: [0x01],
        notBefore: daysFrom(now, -90),
        notAfter: daysFrom(now, 90),
        extensions: [basicConstraints],
      }),
    ),
  };
}

function keyPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function spkiOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}
