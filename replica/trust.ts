import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { Leaf } from './leaf.ts';
import { Refusal } from './refusal.ts';
import { satTestAnchors } from './sat-test-anchors.ts';

interface Anchor {
  key: KeyObject;
  notBefore: Date;
  notAfter: Date;
}

/** Judges a leaf at a moment. @throws Refusal with the sentence for the person. */
export type Judge = (leaf: Leaf, at: Date) => void;

/**
 * A judge that trusts the CAs of `issuers` (DER) and the SAT's test ACs, and nobody else.
 * An AC vouches for what it issued while it was valid itself: the SAT's end before their leaves do.
 * @throws Error when one of `issuers` is not a CA certificate.
 */
export function trustIn(issuers: readonly Uint8Array[]): Judge {
  const anchors = [...issuers.map(anchorOf), ...satTestAnchors.map(anchorOfFigure)];
  return (leaf, at) => {
    if (leaf.kind === 'csd') {
      throw new Refusal(
        'csd',
        'Este certificado es un sello digital (CSD), para facturar. Para entrar hace falta la e.firma.',
      );
    }
    if (leaf.kind === 'other' || !leaf.rfc) {
      throw new Refusal('not_efirma', 'Este certificado no es una e.firma.');
    }
    const vouched = anchors.some(
      ({ key, notBefore, notAfter }) =>
        leaf.notBefore >= notBefore && leaf.notBefore <= notAfter && leaf.x509.verify(key),
    );
    if (!vouched) {
      throw new Refusal(
        'unknown_issuer',
        `Este certificado lo emitió «${leaf.issuerName}», que este portal no reconoce.`,
      );
    }
    if (at < leaf.notBefore) {
      throw new Refusal(
        'not_yet_valid',
        `Tu e.firma es válida a partir del ${day(leaf.notBefore)}.`,
      );
    }
    if (at > leaf.notAfter) {
      throw new Refusal('expired', `Tu e.firma venció el ${day(leaf.notAfter)}.`);
    }
  };
}

function anchorOf(der: Uint8Array): Anchor {
  const certificate = new X509Certificate(der);
  if (!certificate.ca) throw new Error(`not a CA certificate: ${certificate.subject}`);
  return {
    key: certificate.publicKey,
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  };
}

function anchorOfFigure(figure: (typeof satTestAnchors)[number]): Anchor {
  return {
    key: createPublicKey({
      key: Buffer.from(figure.subjectPublicKeyInfo, 'base64'),
      format: 'der',
      type: 'spki',
    }),
    notBefore: new Date(figure.notBefore),
    notAfter: new Date(figure.notAfter),
  };
}

function day(date: Date): string {
  return date.toLocaleDateString('es-MX', { dateStyle: 'long', timeZone: 'America/Mexico_City' });
}
