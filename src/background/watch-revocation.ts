/** What the issuer of an e.firma answered is seen on its card, whoever asked and however late. */
import { knownRevocation, sha256Hex, type Bytes } from '../certificate/index.ts';
import { answerAbout, onAnswer } from '../evidence/revocation/kept-answers.ts';
import { saveRevocation } from '../vault/index.ts';
import { publishCards } from './credentials.ts';
import { reportBug } from './report-bug.ts';

export function watchRevocation(ready: Promise<void>): void {
  onAnswer((fingerprint) => {
    void ready.then(() => rememberAnswer(fingerprint)).catch(reportBug);
  });
}

/** The same for one that was answered about before it was kept. In: its certificate (DER). */
export async function rememberAnswerAbout(certificate: Bytes): Promise<void> {
  await rememberAnswer(await sha256Hex(certificate));
}

async function rememberAnswer(fingerprint: string): Promise<void> {
  const answer = await answerAbout(fingerprint);
  if (!answer) return;
  const changed = await saveRevocation(fingerprint, (before) => knownRevocation(answer, before));
  if (changed) await publishCards();
}
