import { FirmaError } from '../../errors.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import { readCertificate } from '../certificate.ts';
import type { Certificate } from '../certificate-facts.ts';
import type { SafePart } from './authenticated-safe.ts';
import { readBagKey, type BagKey } from './bag-key.ts';
import { readSafeBags, type SafeBag } from './safe-bags.ts';
import { unseal, type Unlocking } from './unlocking.ts';

/** What the bags of a .pfx hold, deciphered, in the order of the file. */
export interface OpenedSafe {
  certificates: Certificate[];
  keys: BagKey[];
  friendlyNames: string[];
  unreadableCertificates: number;
}

const mostBags = 64;

/**
 * Opens the parts of a .pfx and the keys in them.
 *
 * @throws FirmaError the `refusal` · `not_a_pkcs12` when something in clear is broken, or there are
 *   over 64 bags · `unsupported_key` for unknown ciphers · `too_many_iterations`
 */
export async function openSafe(
  parts: readonly SafePart[],
  unlocking: Unlocking,
): Promise<OpenedSafe> {
  const bags = await openParts(parts, unlocking);
  const ders = bags.flatMap(({ certificate }) => certificate ?? []);
  const certificates = ders.flatMap((der) => certificateUnlessUnreadable(der) ?? []);
  return {
    certificates,
    keys: await openBagKeys(bags, unlocking),
    friendlyNames: [...new Set(bags.flatMap(({ friendlyName }) => friendlyName ?? []))],
    unreadableCertificates: ders.length - certificates.length,
  };
}

async function openParts(parts: readonly SafePart[], unlocking: Unlocking): Promise<SafeBag[]> {
  const bags: SafeBag[] = [];
  for (const part of parts) {
    const found =
      'sealed' in part
        ? await unseal(part.sealed, unlocking, readSafeBags)
        : unlessBroken(() => readSafeBags(part.safeContents));
    bags.push(...found);
    if (bags.length > mostBags) throw new FirmaError('not_a_pkcs12');
  }
  return bags;
}

async function openBagKeys(bags: readonly SafeBag[], unlocking: Unlocking): Promise<BagKey[]> {
  const keys: BagKey[] = [];
  for (const { pkcs8, sealedKey } of bags) {
    if (pkcs8) keys.push(unlessBroken(() => readBagKey(pkcs8)));
    if (sealedKey) keys.push(await unseal(sealedKey, unlocking, readBagKey));
  }
  return keys;
}

function unlessBroken<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) throw new FirmaError('not_a_pkcs12', { cause: error });
    throw error;
  }
}

function certificateUnlessUnreadable(der: Bytes): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof FirmaError) return undefined;
    throw error;
  }
}
