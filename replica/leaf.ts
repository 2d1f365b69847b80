import { X509Certificate } from 'node:crypto';
import { derElements, oidOf, textOf, type DerElement } from './der.ts';

/** What the replica reads in the certificate of a person or a company. */
export interface Leaf {
  x509: X509Certificate;
  rfc: string;
  curp: string;
  representative: { rfc: string; curp: string } | undefined;
  name: string;
  issuerName: string;
  /** 20 digits, or whatever the octets of the number say in Latin-1. */
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  kind: 'efirma' | 'csd' | 'other';
}

/**
 * Reads a DER certificate.
 * @throws Error (of node:crypto or of the DER reader) when it is not one.
 */
export function readLeaf(der: Uint8Array): Leaf {
  const x509 = new X509Certificate(der);
  const [certificate] = derElements(x509.raw);
  const [tbs] = childrenOf(certificate);
  const fields = childrenOf(tbs).filter(({ tag }) => tag !== 0xa0);
  const extensions = childrenOf(childrenOf(tbs).find(({ tag }) => tag === 0xa3))[0];
  const subject = namesOf(fields[4]);
  const issuer = namesOf(fields[2]);
  const [rfc = '', representativeRfc] = partsOf(subject.get('2.5.4.45'));
  const [curp = '', representativeCurp = ''] = partsOf(subject.get('2.5.4.5'));
  return {
    x509,
    rfc,
    curp,
    representative:
      representativeRfc === undefined
        ? undefined
        : { rfc: representativeRfc, curp: representativeCurp },
    name: subject.get('2.5.4.41') ?? subject.get('2.5.4.3') ?? '',
    issuerName: issuer.get('2.5.4.3') ?? issuer.get('2.5.4.10') ?? 'sin nombre',
    serialNumber: Buffer.from(fields[0]?.content ?? []).toString('latin1'),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    kind: x509.ca ? 'other' : kindOf(keyUsageOf(childrenOf(extensions))),
  };
}

/** `RFC / RFC` of company and representative; the CURP of a company is ` / CURP`. */
function partsOf(value: string | undefined): string[] {
  return value?.split('/').map((part) => part.trim()) ?? [];
}

/** Bit 0 is digitalSignature, 1 nonRepudiation, 4 keyAgreement (RFC 5280 §4.2.1.3). */
function kindOf(keyUsage: number): Leaf['kind'] {
  const has = (bit: number): boolean => (keyUsage & (0x80 >> bit)) !== 0;
  if (!has(0) || !has(1)) return 'other';
  return has(4) ? 'efirma' : 'csd';
}

function keyUsageOf(extensions: DerElement[]): number {
  for (const extension of extensions) {
    const parts = childrenOf(extension);
    if (oidOf(parts[0]?.content ?? new Uint8Array()) !== '2.5.29.15') continue;
    const [bits] = childrenOf(parts.at(-1));
    return bits?.content[1] ?? 0;
  }
  return 0;
}

/** The first value of each attribute, by OID. */
function namesOf(name: DerElement | undefined): Map<string, string> {
  const names = new Map<string, string>();
  for (const set of childrenOf(name)) {
    const [type, value] = childrenOf(childrenOf(set)[0]);
    if (!type || !value) continue;
    const oid = oidOf(type.content);
    if (!names.has(oid)) names.set(oid, textOf(value));
  }
  return names;
}

function childrenOf(element: DerElement | undefined): DerElement[] {
  return element ? derElements(element.content) : [];
}
