import {
  chainAnchorOf,
  isSignedBy,
  productionAnchors,
  serviceAddresses,
  type Certificate,
  type ChainAnchor,
} from '../../certificate/index.ts';

/** Who says whether a certificate was revoked: a responder that is asked, or a list that is read. */
export interface Service {
  kind: 'ocsp' | 'crl';
  url: string;
}

export interface Services {
  /** Who signed the certificate: proved by the signature. */
  issuer: ChainAnchor;
  /** In the order in which they are asked; none when nobody may be. */
  services: readonly Service[];
}

/**
 * Where the SAT answers for all that it issues: its certificates carry no address, but that of its
 * responder carries this one.
 */
const satResponder = 'http://www.sat.gob.mx/ocsp';

/**
 * Who is to be asked about a certificate: the first responder and the first list that it names, if
 * by https; the SAT, if it names nobody at all. `undefined` when nobody who is trusted signed it.
 * @param authorities those that the person trusts besides the built-in ones
 */
export async function servicesOf(
  certificate: Certificate,
  authorities: readonly Certificate[],
): Promise<Services | undefined> {
  const issuer = await directIssuerOf(certificate, authorities);
  if (!issuer) return undefined;
  const { ocsp, crl } = serviceAddresses(certificate.der);
  if (ocsp.length + crl.length === 0) {
    return { issuer, services: [{ kind: 'ocsp', url: satResponder }] };
  }
  const [responder, list] = [ocsp.find(mayBeAsked), crl.find(mayBeAsked)];
  const services: Service[] = [
    ...(responder === undefined ? [] : [{ kind: 'ocsp', url: responder } as const]),
    ...(list === undefined ? [] : [{ kind: 'crl', url: list } as const]),
  ];
  return { issuer, services };
}

/** Plain http shows to everybody on the way whose certificate it is: of the SAT there is no other. */
function mayBeAsked(url: string): boolean {
  if (url === satResponder) return true;
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

async function directIssuerOf(
  certificate: Certificate,
  authorities: readonly Certificate[],
): Promise<ChainAnchor | undefined> {
  for (const anchor of productionAnchors.map(chainAnchorOf)) {
    if (await isSignedBy(certificate, anchor.subjectPublicKeyInfo)) return anchor;
  }
  for (const { isCa, subjectPublicKeyInfo, der } of authorities) {
    if (isCa && (await isSignedBy(certificate, subjectPublicKeyInfo))) return der;
  }
  return undefined;
}
