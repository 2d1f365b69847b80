import forge from 'node-forge';
import { Certificate as PkiCertificate, CertificateChainValidationEngine } from 'pkijs';
import { validateChain } from '../../src/certificate/index.ts';
import type { Task } from '../contest.ts';
import { binaryOf } from './binary.ts';

/** A leaf, its authority and the root that is trusted, at a moment when all three are in force. */
export const validatingChain: Task = {
  name: 'validate a chain (leaf, authority, root)',
  spoil: (material) => ({ ...material, at: '1999-01-01T00:00:00.000Z' }),
  contestants: [
    {
      name: 'firma-lista',
      async run({ certificate, authority, root, at }) {
        const { ok } = await validateChain({
          leaf: certificate,
          intermediates: [authority],
          anchors: [root],
          at: new Date(at),
        });
        return String(ok);
      },
    },
    {
      name: 'node-forge',
      run({ certificate, authority, root, at }) {
        const [leaf, issuer, anchor] = [certificate, authority, root].map((der) =>
          forge.pki.certificateFromAsn1(forge.asn1.fromDer(binaryOf(der))),
        ) as [forge.pki.Certificate, forge.pki.Certificate, forge.pki.Certificate];
        const store = forge.pki.createCaStore([anchor]);
        const options = { validityCheckDate: new Date(at) };
        return String(forge.pki.verifyCertificateChain(store, [leaf, issuer], options));
      },
    },
    {
      name: 'pkijs',
      async run({ certificate, authority, root, at }) {
        const engine = new CertificateChainValidationEngine({
          certs: [authority, certificate].map((der) => PkiCertificate.fromBER(der)),
          trustedCerts: [PkiCertificate.fromBER(root)],
          checkDate: new Date(at),
        });
        return String((await engine.verify()).result);
      },
    },
  ],
};
