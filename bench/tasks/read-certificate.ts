import { Certificate as CfdiCertificate } from '@nodecfdi/credentials/browser';
import forge from 'node-forge';
import { Certificate as PkiCertificate } from 'pkijs';
import { readCertificate } from '../../src/certificate/index.ts';
import type { Task } from '../contest.ts';
import { binaryOf } from './binary.ts';

const rfcType = '2.5.4.45';

/** Whose it is and until when; ours also reads and judges everything else that is shown of it. */
export const readingCertificate: Task = {
  name: 'read a certificate',
  spoil: (material) => ({ ...material, certificate: material.certificate.slice(0, 900) }),
  contestants: [
    {
      name: 'firma-lista',
      run({ certificate }) {
        const { rfc, notAfter } = readCertificate(certificate);
        return `${rfc} ${notAfter.toISOString()}`;
      },
    },
    {
      name: 'node-forge',
      run({ certificate }) {
        const asn1 = forge.asn1.fromDer(binaryOf(certificate));
        const { subject, validity } = forge.pki.certificateFromAsn1(asn1);
        const rfc = String(subject.getField({ type: rfcType }).value);
        return `${rfc} ${validity.notAfter.toISOString()}`;
      },
    },
    {
      name: '@nodecfdi/credentials',
      run({ certificate }) {
        const read = new CfdiCertificate(binaryOf(certificate));
        return `${read.rfc()} ${read.validTo().toISOString()}`;
      },
    },
    {
      name: 'pkijs',
      run({ certificate }) {
        const { subject, notAfter } = PkiCertificate.fromBER(certificate);
        const attribute = subject.typesAndValues.find(({ type }) => type === rfcType);
        return `${attribute?.value.valueBlock.value} ${notAfter.value.toISOString()}`;
      },
    },
  ],
};
