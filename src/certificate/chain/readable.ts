import { DerError, type Bytes } from '../asn1/der.ts';
import { certificateLabels, isPem, pemBlocks } from '../asn1/pem.ts';

/** Every certificate of a file, DER: one, or as many as a PEM text has. */
export function certificatesIn(file: Uint8Array): Bytes[] {
  if (!isPem(file)) return [new Uint8Array(file)];
  return pemBlocks(file).flatMap(({ label, der }) =>
    der && (certificateLabels as readonly string[]).includes(label) ? [der] : [],
  );
}

/** What can be read of all; the rest cannot help anybody. */
export function readable<In, Out>(all: readonly In[], read: (one: In) => Out): Out[] {
  return all.flatMap((one) => {
    try {
      return [read(one)];
    } catch (error) {
      if (error instanceof DerError) return [];
      throw error;
    }
  });
}
