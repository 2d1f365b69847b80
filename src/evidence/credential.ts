import { issuerOf, readCertificate } from '../certificate/index.ts';
import { addedCertificates } from './added-authorities.ts';
import { defineGatherer } from './gatherer.ts';

/** What the certificate of the e.firma used last says of itself. */
export default defineGatherer({
  name: 'credential',
  depth: 'local',
  async gather({ certificates, portal }) {
    if (!certificates) return { missing: 'no_credential' };
    const certificate = readCertificate(certificates.chosen);
    const others = certificates.others.map((der) => readCertificate(der));
    const { rfc, curp, representative, kind, notBefore, notAfter, isWeak } = certificate;
    const registered = certificates.registrations?.find((each) => each.portal === portal?.id);
    const { known } = await issuerOf(certificate, [], await addedCertificates());
    return {
      rfc,
      kind,
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
      issuer: known,
      ...(registered && { registeredAt: registered.since }),
      ...((curp ?? representative?.curp) === undefined && { noCurp: true as const }),
      superseded: others.some(
        (other) => other.rfc === rfc && other.kind === kind && other.notBefore > notBefore,
      ),
      ...(isWeak && { weak: true }),
    };
  },
});
