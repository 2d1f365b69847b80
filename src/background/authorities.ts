/** The authorities that vouch for e.firmas: those that come with the extension and the person's. */
import {
  productionAnchors,
  readAuthority as readAuthorityFile,
  toBase64,
  type Authority,
} from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import { addedAuthorities } from '../evidence/added-authorities.ts';
import type { AuthorityCard, FilePayload } from '../messages.ts';
import { local } from '../storage.ts';
import { decodeFile } from './decode-file.ts';

/** Each costs a try whenever an issuer is looked for. */
const mostAdded = 20;

export async function listAuthorities(): Promise<AuthorityCard[]> {
  const builtIn = productionAnchors.map(
    ({ name, certificateSha256, notBefore, notAfter }): AuthorityCard => ({
      name,
      sha256: certificateSha256,
      notBefore: new Date(notBefore).toISOString(),
      notAfter: new Date(notAfter).toISOString(),
      origin: 'built_in',
    }),
  );
  const added = await addedAuthorities();
  return [...builtIn, ...added.map((authority) => cardOf(authority, 'added'))];
}

/**
 * What a file would add; nothing is trusted by it.
 * @throws FirmaError `not_a_certificate`, `not_an_authority`, `test_authority`
 */
export async function readAuthority(file: FilePayload): Promise<AuthorityCard> {
  const authority = await readAuthorityFile(decodeFile(file).bytes);
  return cardOf(authority, originOf(authority, await addedAuthorities()));
}

/**
 * Trusts the authority that was shown, and no other. One that is trusted already stays as it is.
 * @throws FirmaError `fingerprint_changed`, `too_many_authorities`, and what {@link readAuthority}
 * throws
 */
export async function addAuthority({
  file,
  sha256,
}: {
  file: FilePayload;
  sha256: string;
}): Promise<AuthorityCard> {
  const authority = await readAuthorityFile(decodeFile(file).bytes);
  if (authority.sha256 !== sha256) throw new FirmaError('fingerprint_changed');
  return await changing(async (added) => {
    const origin = originOf(authority, added);
    if (origin !== 'new') return cardOf(authority, origin);
    if (added.length >= mostAdded) throw new FirmaError('too_many_authorities');
    await write([...added, authority]);
    return cardOf(authority, 'added');
  });
}

/** Trusts it no more; the built-in ones stay. */
export async function removeAuthority({ sha256 }: { sha256: string }): Promise<void> {
  await changing((added) => write(added.filter((authority) => authority.sha256 !== sha256)));
}

function originOf(authority: Authority, added: readonly Authority[]): AuthorityCard['origin'] {
  if (authority.isBuiltIn) return 'built_in';
  return added.some(({ sha256 }) => sha256 === authority.sha256) ? 'added' : 'new';
}

function cardOf(authority: Authority, origin: AuthorityCard['origin']): AuthorityCard {
  const { name, sha256, certificate } = authority;
  const { notBefore, notAfter } = certificate;
  return {
    name,
    sha256,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    origin,
  };
}

async function write(authorities: readonly Authority[]): Promise<void> {
  await local.set({ authorities: authorities.map(({ certificate }) => toBase64(certificate.der)) });
}

/** One change at a time: of two that overlap, neither undoes the other. */
async function changing<Result>(
  work: (added: readonly Authority[]) => Promise<Result>,
): Promise<Result> {
  return await navigator.locks.request('authorities', async () => work(await addedAuthorities()));
}
