import { createHash } from 'node:crypto';
import {
  integer,
  integerContent,
  namedBits,
  octets,
  oid,
  plain,
  sequence,
  tagged,
  text,
  truth,
  type Der,
} from './der.ts';

/** One extension: critical only if told. */
export function extension(id: string, value: Uint8Array, isCritical = false): Der {
  return sequence(oid(id), ...(isCritical ? [truth(true)] : []), octets(value));
}

export function basicConstraints(isCa: boolean, pathLength?: number, isCritical = false): Der {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return extension('2.5.29.19', sequence(...(isCa ? [truth(true)] : []), ...length), isCritical);
}

/** Bits by number: 0 digitalSignature, 5 keyCertSign, 6 cRLSign. */
export function keyUsage(...set: number[]): Der {
  return extension('2.5.29.15', namedBits(...set), true);
}

function keyIdentifierOf(spki: Uint8Array): Buffer {
  return createHash('sha1').update(spki).digest();
}

export function subjectKeyIdentifier(spki: Uint8Array): Der {
  return extension('2.5.29.14', octets(keyIdentifierOf(spki)));
}

export interface AuthorityIdentifier {
  spki?: Uint8Array;
  issuer?: Uint8Array;
  serialNumber?: number;
}

export function authorityKeyIdentifier({ spki, issuer, serialNumber }: AuthorityIdentifier): Der {
  const parts = [
    ...(spki ? [plain(0, keyIdentifierOf(spki))] : []),
    ...(issuer ? [tagged(1, tagged(4, issuer))] : []),
    ...(serialNumber === undefined ? [] : [plain(2, integerContent(serialNumber))]),
  ];
  return extension('2.5.29.35', sequence(...parts));
}

/** GeneralNames of the forms that can be constrained. */
export const general = {
  email: (value: string): Der => plain(1, Buffer.from(value)),
  dns: (value: string): Der => plain(2, Buffer.from(value)),
  directory: (name: Uint8Array): Der => tagged(4, name),
  uri: (value: string): Der => plain(6, Buffer.from(value)),
  address: (...value: number[]): Der => plain(7, Uint8Array.from(value)),
  registeredId: (dotted: string): Der => plain(8, oid(dotted).subarray(2)),
  other: (dotted: string, value: string): Der =>
    tagged(0, oid(dotted), tagged(0, text(0x0c, value))),
};

export function subjectAltName(...names: Uint8Array[]): Der {
  return extension('2.5.29.17', sequence(...names));
}

export function nameConstraints(
  constraints: { permitted?: Uint8Array[]; excluded?: Uint8Array[] },
  isCritical = true,
): Der {
  const list = (number: number, bases: Uint8Array[] = []) =>
    bases.length > 0 ? [tagged(number, ...bases.map((base) => sequence(base)))] : [];
  const { permitted, excluded } = constraints;
  const value = sequence(...list(0, permitted), ...list(1, excluded));
  return extension('2.5.29.30', value, isCritical);
}

export const anyPolicy = '2.5.29.32.0';

export function certificatePolicies(...policies: string[]): Der {
  return extension('2.5.29.32', sequence(...policies.map((policy) => sequence(oid(policy)))), true);
}

export function policyMappings(...pairs: [issuerDomain: string, subjectDomain: string][]): Der {
  return extension('2.5.29.33', sequence(...pairs.map((pair) => sequence(...pair.map(oid)))), true);
}

export function policyConstraints(explicit?: number, mapping?: number): Der {
  const part = (number: number, count?: number) =>
    count === undefined ? [] : [plain(number, integerContent(count))];
  return extension('2.5.29.36', sequence(...part(0, explicit), ...part(1, mapping)), true);
}

export function inhibitAnyPolicy(count: number): Der {
  return extension('2.5.29.54', integer(count), true);
}

/** Each a full name of one place; `rest` are the other fields. */
export function crlDistributionPoints(name: Uint8Array, ...rest: Uint8Array[]): Der {
  return extension('2.5.29.31', sequence(sequence(tagged(0, tagged(0, name)), ...rest)));
}

export function unknown(isCritical: boolean): Der {
  return extension('1.3.6.1.4.1.99999.1', sequence(), isCritical);
}
