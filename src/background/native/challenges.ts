/**
 * What portals gave out to be signed: which document got which value, so that only what was shown is
 * signed; and what was signed already, so that nothing is signed twice, by whatever worker.
 */
import { sha256Hex } from '../../certificate/index.ts';
import { FirmaError } from '../../errors.ts';
import { sessionCollection } from '../../storage.ts';

const keptFor = 5 * 60_000;

interface Issued {
  challenge: string;
  /** Milliseconds since the epoch, by this computer's clock. */
  at: number;
}

interface Place {
  documentId: string;
  pageOrigin: string;
  challenge: string;
}

/** By document: the latest value alone counts. */
const issued = sessionCollection<Issued>('challenge');

/** By origin and SHA-256 of the value; when it was taken. */
const taken = sessionCollection<number>('signed');

/** Remembers what a document got, and forgets what is too old to be signed. */
export async function keepChallenge({ documentId, challenge }: Place): Promise<void> {
  const at = Date.now();
  await issued.set(documentId, { challenge, at });
  for (const [id, old] of await issued.entries()) {
    if (at - old.at > keptFor) await issued.remove(id);
  }
}

/**
 * Takes a value to sign it: it can be taken once, five minutes after it was shown at the latest. Not
 * to be called twice at a time.
 * @throws FirmaError `page_changed` when it is not, or no longer, what the document got;
 * `native_uncertain` when it was taken before: whether that arrived nobody can tell
 */
export async function takeChallenge({ documentId, pageOrigin, challenge }: Place): Promise<void> {
  const known = await issued.get(documentId);
  const age = known ? Date.now() - known.at : Number.NaN;
  const isCurrent = known?.challenge === challenge && age >= 0 && age <= keptFor;
  const key = `${pageOrigin} ${await sha256Hex(new TextEncoder().encode(challenge))}`;
  if ((await taken.get(key)) !== undefined) throw new FirmaError('native_uncertain');
  if (!isCurrent) throw new FirmaError('page_changed');
  await taken.set(key, Date.now());
}
