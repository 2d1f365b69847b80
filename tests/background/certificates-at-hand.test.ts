/** Whether what was typed in by hand can only be the e.firma in question. */
import { afterEach, expect, test, vi } from 'vitest';
import { readCertificate } from '../../src/certificate/index.ts';
import { usePki } from '../certificate/pki.ts';

const pki = usePki();
type Person = 'person' | 'company';

afterEach(() => {
  vi.doUnmock('../../src/storage.ts');
  vi.doUnmock('../../src/vault/index.ts');
  vi.resetModules();
});

const derOf = (who: Person) => new Uint8Array(pki().credentials[who].readCertificate());

/** Who else's e.firma is kept, and whose is only held until the browser closes. */
async function isOnlyHolder(kept: readonly Person[], held: readonly Person[]): Promise<boolean> {
  const records = (['person', ...kept] as const).map((who, index) => ({
    id: `${index}`,
    certificate: derOf(who),
    rfc: readCertificate(derOf(who)).rfc,
  }));
  vi.resetModules();
  vi.doMock('../../src/storage.ts', () => ({
    local: { get: async () => ({ kept: { chosen: { id: '0' } } }) },
    session: { get: async () => ({}) },
  }));
  vi.doMock('../../src/vault/index.ts', () => ({
    listRecords: async () => records,
    credentialsInMemory: async () =>
      held.map((who, index) => ({ id: `held-${index}`, certificate: derOf(who) })),
  }));
  const { certificatesAtHand } = await import('../../src/background/certificates-at-hand.ts');
  const found = await certificatesAtHand();
  return found!.isOnlyHolder;
}

test.each<[boolean, Person[], Person[]]>([
  [true, [], []],
  [true, ['person'], ['person']],
  [false, ['company'], []],
  [false, [], ['company']],
])('%s: besides theirs, kept %j and in memory %j', async (isOnly, kept, held) => {
  expect(await isOnlyHolder(kept, held)).toBe(isOnly);
});
