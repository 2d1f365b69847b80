import { readLeaf, type Leaf } from './leaf.ts';

/** The certificates that the SAT knows: its token names one by its number and does not carry it. */
export interface Registry {
  /** DER. @throws Error when it is not a certificate. */
  register(certificate: Uint8Array): void;
  /** By its 20 digits. */
  find(serialNumber: string): Leaf | undefined;
}

export function makeRegistry(certificates: readonly Uint8Array[]): Registry {
  const known = new Map<string, Leaf>();
  function register(certificate: Uint8Array): void {
    const leaf = readLeaf(certificate);
    known.set(leaf.serialNumber, leaf);
  }
  for (const certificate of certificates) register(certificate);
  return { register, find: (serialNumber) => known.get(serialNumber) };
}
