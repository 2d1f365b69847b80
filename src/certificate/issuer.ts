import { chainAnchorOf, productionAnchors, testAnchorKeys, type Anchor } from './anchors.ts';
import type { Certificate, DistinguishedName } from './certificate-facts.ts';
import { sha256Hex } from './asn1/hex.ts';
import { validateChain } from './chain/validate-chain.ts';
import { isSignedBy } from './signed-by.ts';

export interface Issuer {
  known: 'production' | 'added' | 'test' | 'unknown';
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
 * Who issued a certificate, judged at the moment it was issued (its `notBefore`): whoever issued it
 * must have been entitled to then, and may have expired since, as authorities of the SAT do before
 * the last of their certificates. `production` means that a path leads to a name and key of
 * {@link productionAnchors}, over `candidates` if need be; `added`, that one leads to a certificate
 * which the person added as an authority; both by all rules of {@link validateChain}. Dates of the
 * certificate itself and revocation are not looked at. `test` is to inform, never to trust: when
 * one of `candidates` (certificates of authorities brought by the person) verifies the signature
 * and has one of {@link testAnchorKeys}, or, as those keys are known by hash only, when the issuer
 * bears the name of a SAT test authority and the number begins with 3 as all its tests do (measured
 * on 65 of 65).
 */
export async function issuerOf(
  certificate: Certificate,
  candidates: readonly Certificate[] = [],
  added: readonly Certificate[] = [],
): Promise<Issuer> {
  const { notBefore: at, der: leaf } = certificate;
  const intermediates = [...candidates, ...added].map(({ der }) => der);
  const builtIn = productionAnchors.filter((anchor) => isInForce(anchor, at));
  const production = await validateChain({
    leaf,
    intermediates,
    anchors: builtIn.map(chainAnchorOf),
    at,
  });
  if (production.ok) return known('production', builtIn[production.anchor]?.name, 'signature');
  const anchors = added.map(({ der }) => der);
  const own = anchors.length > 0 && (await validateChain({ leaf, intermediates, anchors, at }));
  if (own && own.ok) return known('added', added[own.anchor]?.subject.commonName, 'signature');
  const { commonName } = certificate.issuer;
  for (const { subjectPublicKeyInfo } of candidates) {
    const isTest = testAnchorKeys.includes(await sha256Hex(subjectPublicKeyInfo));
    if (isTest && (await isSignedBy(certificate, subjectPublicKeyInfo))) {
      return known('test', commonName, 'signature');
    }
  }
  if (bearsTestName(certificate.issuer) && /^3\d{19}$/.test(certificate.serialNumber)) {
    return known('test', commonName, 'name');
  }
  return known('unknown', commonName, 'none');
}

function known(whom: Issuer['known'], name: string | undefined, proof: Issuer['proof']): Issuer {
  return { known: whom, ...(name !== undefined && { name }), proof };
}

function isInForce({ notBefore, notAfter }: Anchor, at: Date): boolean {
  return at >= new Date(notBefore) && at <= new Date(notAfter);
}

function bearsTestName(issuer: DistinguishedName): boolean {
  return testIssuers.some(
    ({ commonName, organization }) =>
      issuer.commonName === commonName && issuer.organization === organization,
  );
}
