import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import type { Bytes } from '../../src/certificate/asn1/der.ts';

const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));

/** An OBJECT IDENTIFIER of its dotted form. */
export function oidDer(dotted: string): Bytes {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [root * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift(0x80 | (left % 128));
    }
    return groups;
  });
  return encodeDer(0x06, Uint8Array.from(octets));
}

/** An AttributeTypeAndValue; the value is UTF8String unless it comes with its own tag and octets. */
export function attributeDer(type: string, value: string | Bytes): Bytes {
  const der = typeof value === 'string' ? encodeDer(0x0c, Buffer.from(value)) : value;
  return encodeDer(0x30, oidDer(type), der);
}

/** A Name of single-valued RDNs in the order given. */
export function nameDer(attributes: Readonly<Record<string, string | Bytes>>): Bytes {
  return encodeDer(
    0x30,
    ...Object.entries(attributes).map(([type, value]) =>
      encodeDer(0x31, attributeDer(type, value)),
    ),
  );
}

/** An AlgorithmIdentifier; parameters are NULL unless told. */
export function algorithmDer(oid: string, ...parameters: Bytes[]): Bytes {
  return encodeDer(0x30, oidDer(oid), ...(parameters.length > 0 ? parameters : [encodeDer(0x05)]));
}

/** An RSA SubjectPublicKeyInfo of a number with so many bits. */
export function rsaKeyDer(bits: number, exponent = Uint8Array.of(1, 0, 1)): Bytes {
  const modulus = new Uint8Array(Math.ceil(bits / 8)).fill(0xff);
  modulus[0] = 0xff >> ((8 - (bits % 8)) % 8);
  const key = encodeDer(0x30, unsignedDer(modulus), unsignedDer(exponent));
  return encodeDer(
    0x30,
    algorithmDer('1.2.840.113549.1.1.1'),
    encodeDer(0x03, Uint8Array.of(0), key),
  );
}

/** An EC SubjectPublicKeyInfo with octets that are no point. */
export function ecKeyDer(curve: string): Bytes {
  const algorithm = algorithmDer('1.2.840.10045.2.1', oidDer(curve));
  return encodeDer(0x30, algorithm, encodeDer(0x03, Uint8Array.of(0, 4, 1, 2)));
}

/** How a certificate differs from a plain one; every part is DER. */
export interface OddParts {
  version?: Bytes;
  serial?: Bytes;
  algorithm?: Bytes;
  issuer?: Bytes;
  validity?: Bytes;
  subject?: Bytes;
  publicKey?: Bytes;
  extensions?: Bytes[];
}

/** Puts a certificate together by hand (RFC 5280 section 4.1). Its signature is worth nothing. */
export function oddCertificate(parts: OddParts = {}): Bytes {
  const algorithm = parts.algorithm ?? algorithmDer('1.2.840.113549.1.1.11');
  const tbs = encodeDer(
    0x30,
    parts.version ?? encodeDer(0xa0, encodeDer(0x02, Uint8Array.of(2))),
    parts.serial ?? encodeDer(0x02, text('30001000000500000001')),
    algorithm,
    parts.issuer ?? nameDer({ '2.5.4.3': 'AC' }),
    parts.validity ??
      encodeDer(
        0x30,
        encodeDer(0x17, text('240101000000Z')),
        encodeDer(0x17, text('280101000000Z')),
      ),
    parts.subject ?? nameDer({ '2.5.4.3': 'NADIE' }),
    parts.publicKey ?? rsaKeyDer(2048),
    ...(parts.extensions ? [encodeDer(0xa3, encodeDer(0x30, ...parts.extensions))] : []),
  );
  return encodeDer(0x30, tbs, algorithm, encodeDer(0x03, new Uint8Array(257)));
}

/** An Extension. */
export function extensionDer(oid: string, value: Bytes, critical?: Bytes): Bytes {
  return encodeDer(0x30, oidDer(oid), ...(critical ? [critical] : []), encodeDer(0x04, value));
}

function unsignedDer(octets: Uint8Array): Bytes {
  return encodeDer(0x02, (octets[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), octets);
}
