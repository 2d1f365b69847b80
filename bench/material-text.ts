import { fromBase64 } from '../src/certificate/index.ts';
import type { Material } from './contest.ts';

/** {@link Material} with the octets as base64, to cross to another process. */
export type MaterialText = Record<keyof Material, string>;

export function textOf({ password, at, ...octets }: Material): MaterialText {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    certificate: base64(octets.certificate),
    authority: base64(octets.authority),
    root: base64(octets.root),
    privateKey: base64(octets.privateKey),
    privateKeyAes: base64(octets.privateKeyAes),
    password,
    at,
  };
}

export function materialFrom(text: MaterialText): Material {
  const octets = (name: keyof Material) => fromBase64(text[name]) ?? new Uint8Array();
  return {
    certificate: octets('certificate'),
    authority: octets('authority'),
    root: octets('root'),
    privateKey: octets('privateKey'),
    privateKeyAes: octets('privateKeyAes'),
    password: text.password,
    at: text.at,
  };
}
