import { productionAnchors, testAnchorKeys } from './anchors.ts';
import { fromBase64 } from './asn1/base64.ts';
import type { Certificate, DistinguishedName } from './certificate-facts.ts';
import { sha256Hex } from './asn1/hex.ts';
import { isSignedBy } from './signed-by.ts';

export interface Issuer {
  known: 'production' | 'test' | 'unknown';
  /** Of the anchor, or the common name that the certificate gives. */
  name?: string;
  /** `signature`: the issuer's key verifies. `name`: only words say so, which anybody can write. */
  proof: 'signature' | 'name' | 'none';
}

/** How the SAT's test authorities call themselves in what they issue. */
const testIssuers: readonly { commonName: string; organization: string }[] = [
  { commonName: 'AC UAT', organization: 'SERVICIO DE ADMINISTRACION TRIBUTARIA' },
  {
    commonName: 'A.C. 2 de pruebas(4096)',
    organization: 'Servicio de Administración Tributaria',
  },
];

/**
 * Who signed a certificate. `production` means that the key of one of {@link productionAnchors}
 * verifies its signature; dates and revocation are not looked at. `test` is to inform, never to
 * trust: when one of `candidates` (certificates of authorities brought by the person) verifies the
 * signature and has one of {@link testAnchorKeys}, or, as those keys are known by hash only, when
 * the issuer bears the name of a SAT test authority and the number begins with 3 as all its tests
 * do (measured on 65 of 65).
 */
export async function issuerOf(
  certificate: Certificate,
  candidates: readonly Certificate[] = [],
): Promise<Issuer> {
  for (const { name, subjectPublicKeyInfo } of productionAnchors) {
    const key = fromBase64(subjectPublicKeyInfo);
    if (key && (await isSignedBy(certificate, key))) {
      return { known: 'production', name, proof: 'signature' };
    }
  }
  const { commonName } = certificate.issuer;
  const named = { ...(commonName !== undefined && { name: commonName }) };
  for (const { subjectPublicKeyInfo } of candidates) {
    const isTest = testAnchorKeys.includes(await sha256Hex(subjectPublicKeyInfo));
    if (isTest && (await isSignedBy(certificate, subjectPublicKeyInfo))) {
      return { known: 'test', ...named, proof: 'signature' };
    }
  }
  if (bearsTestName(certificate.issuer) && /^3\d{19}$/.test(certificate.serialNumber)) {
    return { known: 'test', ...named, proof: 'name' };
  }
  return { known: 'unknown', ...named, proof: 'none' };
}

function bearsTestName(issuer: DistinguishedName): boolean {
  return testIssuers.some(
    ({ commonName, organization }) =>
      issuer.commonName === commonName && issuer.organization === organization,
  );
}
