import { readDer, sequenceOf } from '../../../src/certificate/asn1/der.ts';
import type { ChainCase } from './cases.ts';
import type { TestCertificate } from './certificates.ts';
import { bits, sequence, type Der } from './der.ts';
import type { TestKey } from './keys.ts';
import type { Random } from './random.ts';

/**
 * A chain whose leaf or nearest authority has other bytes somewhere, signed anew by whoever signed
 * it: what is wrong with it is in the content, not in the signature.
 */
export function alteredChain(
  whole: { leaf: TestCertificate; ac: TestCertificate; root: TestCertificate },
  random: Random,
): ChainCase {
  const { leaf, ac, root } = whole;
  if (random.happens(0.5)) {
    return {
      leaf: { ...leaf, der: altered(leaf.der, ac.key, random) },
      intermediates: [ac],
      anchors: [root],
    };
  }
  const intermediates = [{ ...ac, der: altered(ac.der, root.key, random) }];
  return { leaf, intermediates, anchors: [root] };
}

function altered(der: Uint8Array, signer: TestKey, random: Random): Der {
  const [tbs] = sequenceOf(readDer(new Uint8Array(der)));
  const bytes = new Uint8Array(tbs?.whole ?? []);
  for (let count = random.pick([1, 1, 2, 3]); count > 0; count--) {
    const place = random.below(bytes.length);
    const bit = 1 << random.below(8);
    const value = random.pick([
      0,
      1,
      0x7f,
      0x80,
      0xff,
      (bytes[place] ?? 0) ^ bit,
      (bytes[place] ?? 0) ^ bit,
    ]);
    bytes[place] = value;
  }
  return sequence(bytes, signer.algorithm, bits(signer.sign(bytes)));
}
