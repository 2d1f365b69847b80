import { fromLatin1 } from '../asn1/windows-1252.ts';

/** Authorities are few: those of the SAT and, of a hostile bag, the last ones. */
const most = 32;

const atHand = new Map<string, Promise<CryptoKey | undefined>>();

/**
 * A public key as it was imported before, or as it is imported now. Importing one takes longer than
 * verifying with it, and nearly everything is signed by the same few. In: what else the import
 * depends on, the key (DER) and how to import it. In memory only, the last 32.
 */
export async function publicKeyAtHand(
  use: string,
  spki: Uint8Array,
  importKey: () => Promise<CryptoKey | undefined>,
): Promise<CryptoKey | undefined> {
  const name = `${use} ${fromLatin1(spki)}`;
  const imported = atHand.get(name) ?? importKey();
  // Put last, the first being the next to go.
  atHand.delete(name);
  atHand.set(name, imported);
  const [oldest] = atHand.keys();
  if (atHand.size > most && oldest !== undefined) atHand.delete(oldest);
  try {
    return await imported;
  } catch (error) {
    atHand.delete(name);
    throw error;
  }
}
