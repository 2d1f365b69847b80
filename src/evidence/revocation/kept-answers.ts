/**
 * What was answered, in the memory of the browser: until it no longer counts, and never for more than
 * an hour. That nobody could tell is not kept.
 */
import { sha256Hex, type Bytes, type RevocationAnswer } from '../../certificate/index.ts';
import { browser } from '../../browser.ts';
import { sessionCollection } from '../../storage.ts';
import { stillCounts, type KeptAnswer } from './still-counts.ts';

const name = 'revocation';
/** By the SHA-256 of the certificate. */
const kept = sessionCollection<KeptAnswer>(name);

/** The answer about a certificate (DER), if it still counts at `at`. */
export async function keptAnswer(
  certificate: Bytes,
  at: Date,
): Promise<RevocationAnswer | undefined> {
  const found = await kept.get(await sha256Hex(certificate));
  return found && stillCounts(found, at, Date.now()) ? found.answer : undefined;
}

export async function keepAnswer(certificate: Bytes, answer: RevocationAnswer): Promise<void> {
  if (answer.status === 'unknown') return;
  await kept.set(await sha256Hex(certificate), { answer, keptAt: Date.now() });
}

/** The last answer about a certificate (hex SHA-256), whether or not it still counts. */
export async function answerAbout(fingerprint: string): Promise<RevocationAnswer | undefined> {
  return (await kept.get(fingerprint))?.answer;
}

/** Tells of every answer that comes, by the certificate (hex SHA-256) that it is about. */
export function onAnswer(tell: (fingerprint: string) => void): void {
  const prefix = `${name}:`;
  browser.storage.session.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (newValue !== undefined && key.startsWith(prefix)) tell(key.slice(prefix.length));
    }
  });
}
