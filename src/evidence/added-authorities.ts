import {
  fromBase64,
  readAuthority,
  type Authority,
  type Certificate,
} from '../certificate/index.ts';
import { local } from '../storage.ts';

/**
 * The authorities that the person trusts besides the built-in ones, oldest first. What rests in the
 * store is judged again: what may issue nothing vouches for nobody, whoever wrote it there.
 */
export async function addedAuthorities(): Promise<Authority[]> {
  const { authorities = [] } = await local.get('authorities');
  const read = await Promise.allSettled(
    authorities.map((base64) => readAuthority(fromBase64(base64) ?? new Uint8Array())),
  );
  return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** Their certificates. */
export async function addedCertificates(): Promise<Certificate[]> {
  return (await addedAuthorities()).map(({ certificate }) => certificate);
}
