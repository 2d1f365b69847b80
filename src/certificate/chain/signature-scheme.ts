import { oidValue, smallInteger } from '../asn1/der-values.ts';
import {
  DerError,
  explicitOf,
  readDer,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { hashNames, type HashName } from '../asn1/hash-oid.ts';
import { oid } from '../asn1/oid.ts';

/** How something was signed, in the words of WebCrypto. */
export interface SignatureScheme {
  name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA';
  hash: HashName;
  /** RSA-PSS only, octets. */
  saltLength?: number;
}

const rsa = (hash: HashName) => ({ name: 'RSASSA-PKCS1-v1_5', hash }) as const;
const ecdsa = (hash: HashName) => ({ name: 'ECDSA', hash }) as const;

/** RFC 4055, RFC 3279 and RFC 5758. */
const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.5': rsa('SHA-1'),
  '1.2.840.113549.1.1.11': rsa('SHA-256'),
  '1.2.840.113549.1.1.12': rsa('SHA-384'),
  '1.2.840.113549.1.1.13': rsa('SHA-512'),
  '1.2.840.10045.4.1': ecdsa('SHA-1'),
  '1.2.840.10045.4.3.2': ecdsa('SHA-256'),
  '1.2.840.10045.4.3.3': ecdsa('SHA-384'),
  '1.2.840.10045.4.3.4': ecdsa('SHA-512'),
};

/** MD2, MD4, MD5 and SHA-1 with RSA by its older number: never verified, only named. */
const brokenSchemes = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.3.14.3.2.29',
]);

const mgf1 = '1.2.840.113549.1.1.8';

/**
 * What an AlgorithmIdentifier of a signature means. In: its DER. Out: `weak` for what is not
 * verified because anybody can forge it, `undefined` for what cannot be verified here.
 *
 * @throws DerError
 */
export function signatureScheme(algorithm: Bytes): SignatureScheme | 'weak' | undefined {
  const [id, parameters, extra] = sequenceOf(readDer(algorithm));
  if (extra) throw new DerError('an algorithm has two parts');
  const number = oidValue(id);
  if (brokenSchemes.has(number)) return 'weak';
  if (number === oid.rsassaPss) return pssScheme(parameters);
  const scheme = schemes[number];
  return scheme && hasNoParameters(scheme, parameters) ? scheme : undefined;
}

/** Whether anybody could forge what was signed so. SHA-1 has had collisions since 2017. */
export function isWeakScheme(scheme: SignatureScheme | 'weak' | undefined): boolean {
  return scheme === 'weak' || scheme?.hash === 'SHA-1';
}

/** RSA has NULL, and older software nothing; ECDSA has nothing. */
function hasNoParameters({ name }: SignatureScheme, parameters: DerNode | undefined): boolean {
  if (!parameters) return true;
  return name !== 'ECDSA' && parameters.tag === tags.null && parameters.content.length === 0;
}

/**
 * RSASSA-PSS-params (RFC 4055 section 3.1). WebCrypto hashes content and mask alike and knows the
 * one trailer.
 *
 * @throws DerError
 */
export function pssScheme(parameters: DerNode | undefined): SignatureScheme | undefined {
  const fields = parameters ? sequenceOf(parameters) : [];
  const numbers = fields.map(({ tag }) => tag - contextTag(0));
  if (numbers.some((number, index) => number > 3 || number <= (numbers[index - 1] ?? -1))) {
    throw new DerError('not the parameters of RSA-PSS');
  }
  const field = (number: number) => {
    const node = fields[numbers.indexOf(number)];
    return node && explicitOf(node, number);
  };
  const [hash, mask, salt, trailer] = [field(0), field(1), field(2), field(3)];
  const name = hashOf(hash);
  const [maskId, maskHash] = mask ? sequenceOf(mask) : [];
  const isUsual =
    (mask ? oidValue(maskId) === mgf1 && hashOf(maskHash) === name : name === 'SHA-1') &&
    (trailer ? smallInteger(trailer) : 1) === 1;
  if (!name || !isUsual) return undefined;
  return { name: 'RSA-PSS', hash: name, saltLength: salt ? smallInteger(salt) : 20 };
}

function hashOf(algorithm: DerNode | undefined): HashName | undefined {
  return algorithm ? hashNames[oidValue(sequenceOf(algorithm)[0])] : 'SHA-1';
}
