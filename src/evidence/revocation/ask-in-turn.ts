import { revocationAnswer, type RevocationAnswer } from '../../certificate/index.ts';
import { askRevocation, type RevocationQuestion } from './ask-revocation.ts';
import type { Service } from './services-of.ts';

/** The answer of the first service that knows, with its address; else why the first did not. */
export async function askInTurn(
  services: readonly Service[],
  question: RevocationQuestion,
): Promise<RevocationAnswer> {
  let first: RevocationAnswer | undefined;
  for (const service of services) {
    const answer = revocationAnswer(await askRevocation(service, question), service.url);
    if (answer.status !== 'unknown') return answer;
    first ??= answer;
  }
  return first ?? { status: 'unknown', reason: 'no_responder' };
}
