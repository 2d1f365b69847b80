/** What the same work takes where OpenSSL itself is at hand: the machine's limit, in Node alone. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Contestant, Material } from '../contest.ts';

const name = 'node:crypto (OpenSSL)';

export const readsCertificate: Contestant = {
  name,
  run({ certificate }) {
    const { subject, validTo } = new X509Certificate(certificate);
    return `${rfcIn(subject)} ${new Date(validTo).toISOString()}`;
  },
};

export function opensPair(scheme: 'privateKey' | 'privateKeyAes'): Contestant {
  return {
    name,
    run({ certificate, [scheme]: privateKey, password }) {
      const read = new X509Certificate(certificate);
      const key = createPrivateKey({
        key: Buffer.from(privateKey),
        format: 'der',
        type: 'pkcs8',
        passphrase: password,
      });
      if (!read.checkPrivateKey(key)) throw new Error('not a pair');
      return rfcIn(read.subject);
    },
  };
}

/** Names, CA flags, dates and signatures: less than a path validation, and the fastest there is. */
export const validatesChain: Contestant = {
  name,
  run({ certificate, authority, root, at }: Material) {
    const [leaf, issuer, anchor] = [certificate, authority, root].map(
      (der) => new X509Certificate(der),
    ) as [X509Certificate, X509Certificate, X509Certificate];
    const isSigned = ([one, other]: readonly [X509Certificate, X509Certificate]) =>
      one.checkIssued(other) && other.ca && one.verify(other.publicKey);
    const isInForce = ({ validFrom, validTo }: X509Certificate) =>
      new Date(validFrom) <= new Date(at) && new Date(at) <= new Date(validTo);
    const links = [
      [leaf, issuer],
      [issuer, anchor],
    ] as const;
    return String(links.every(isSigned) && [leaf, issuer, anchor].every(isInForce));
  },
};

function rfcIn(subject: string): string {
  return /^x500UniqueIdentifier=(.*)$/m.exec(subject)?.[1] ?? '';
}
