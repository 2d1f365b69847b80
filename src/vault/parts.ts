import { encodeFields } from './encode-fields.ts';
import { formatVersion, type Part, type PartName } from './format.ts';
import { randomBytes, seal, unseal } from './seal.ts';

/** What a part belongs to: bound into its ciphertext, so that facts and secrets cannot be swapped. */
export interface PartOwner {
  recordId: string;
  part: PartName;
  /** DER */
  certificate: Uint8Array<ArrayBuffer>;
}

/** Enciphers a secret under a fresh data key, and the data key under the vault key. */
export async function sealPart(
  vaultKey: Uint8Array<ArrayBuffer>,
  owner: PartOwner,
  secret: Uint8Array<ArrayBuffer>,
): Promise<Part> {
  const dataKey = randomBytes(32);
  const associatedData = await associatedDataOf(owner);
  const part = {
    dataKey: await seal(vaultKey, dataKey, associatedData),
    secret: await seal(dataKey, secret, associatedData),
  };
  dataKey.fill(0);
  return part;
}

/**
 * The data key of a part: all that is needed to open that part alone.
 * @throws FirmaError `record_damaged`
 */
export async function unwrapDataKey(
  vaultKey: Uint8Array<ArrayBuffer>,
  owner: PartOwner,
  part: Part,
): Promise<Uint8Array<ArrayBuffer>> {
  return await unseal(vaultKey, part.dataKey, await associatedDataOf(owner));
}

/** @throws FirmaError `record_damaged` */
export async function openPart(
  dataKey: Uint8Array<ArrayBuffer>,
  owner: PartOwner,
  part: Part,
): Promise<Uint8Array<ArrayBuffer>> {
  return await unseal(dataKey, part.secret, await associatedDataOf(owner));
}

/** The same part under another vault key; its secret is not touched. */
export async function rewrapPart(
  from: Uint8Array<ArrayBuffer>,
  to: Uint8Array<ArrayBuffer>,
  owner: PartOwner,
  part: Part,
): Promise<Part> {
  const dataKey = await unwrapDataKey(from, owner, part);
  const rewrapped = await seal(to, dataKey, await associatedDataOf(owner));
  dataKey.fill(0);
  return { dataKey: rewrapped, secret: part.secret };
}

async function associatedDataOf({
  recordId,
  part,
  certificate,
}: PartOwner): Promise<Uint8Array<ArrayBuffer>> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', certificate));
  return encodeFields([formatVersion, recordId, part, digest]);
}
