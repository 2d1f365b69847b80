import { beforeAll, describe, expect, test } from 'vitest';
import {
  chainEntry,
  judgeChain,
  type AuditEntry,
  type AuditEvent,
} from '../../src/vault/audit-chain.ts';
import { isGenuineSeal, makeSeal } from '../../src/vault/audit-seal.ts';

const vaultKey = new Uint8Array(32).fill(7);

function event(index: number): AuditEvent {
  return {
    id: `event-${index}`,
    at: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
    action: 'authenticate',
    origin: 'https://buzon.imss.gob.mx',
    rfc: 'CAÑF770131PA3',
  };
}

async function logOf(length: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    entries.push(await chainEntry(event(index), entries.at(-1)));
  }
  return entries;
}

describe('a log of five entries, sealed at four', () => {
  let entries: AuditEntry[];
  let seal: Awaited<ReturnType<typeof makeSeal>>;
  beforeAll(async () => {
    entries = await logOf(5);
    seal = await makeSeal(entries.slice(0, 4), vaultKey);
  });

  test('is intact as it is', async () => {
    expect(await judgeChain(entries, seal)).toBe('intact');
  });

  test('is cut when entries under the seal are missing at the end', async () => {
    expect(await judgeChain(entries.slice(0, 3), seal)).toBe('cut');
    expect(await judgeChain([], seal)).toBe('cut');
  });

  test('is changed when an entry is missing in the middle', async () => {
    expect(await judgeChain(entries.toSpliced(2, 1), seal)).toBe('changed');
  });

  test.each(['id', 'at', 'action', 'origin', 'rfc', 'repair', 'hash'] as const)(
    'is changed when %s of an entry is another',
    async (field) => {
      const first = { ...entries[0], [field]: 'another' } as AuditEntry;
      expect(await judgeChain(entries.with(0, first), seal)).toBe('changed');
    },
  );

  test('is changed when it was written anew, every hash right', async () => {
    const forged = await logOf(6);
    const other = await chainEntry({ ...event(0), rfc: 'XEXX010101000' }, undefined);
    const rewritten = [other];
    for (const { id, at, action } of forged.slice(1)) {
      rewritten.push(await chainEntry({ id, at, action }, rewritten.at(-1)));
    }
    expect(await judgeChain(rewritten, undefined)).toBe('intact');
    expect(await judgeChain(rewritten, seal)).toBe('changed');
  });

  test('has a seal that only the vault key can make', async () => {
    expect(await isGenuineSeal(seal, vaultKey)).toBe(true);
    expect(await isGenuineSeal(seal, new Uint8Array(32).fill(8))).toBe(false);
    expect(await isGenuineSeal({ ...seal, count: 3 }, vaultKey)).toBe(false);
  });
});

test('an empty log with a seal of nothing is intact', async () => {
  expect(await judgeChain([], await makeSeal([], vaultKey))).toBe('intact');
});
