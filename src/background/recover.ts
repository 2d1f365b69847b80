import { appendAudit, dropIntent, unfinishedIntents } from '../vault/index.ts';
import { answerOfRequest } from './answers.ts';
import { failure, settle } from './outcomes.ts';
import { FirmaError } from '../errors.ts';
import { dropRequest, findRequest } from './requests.ts';
import { closeApproval } from './surfaces.ts';

/**
 * Puts in order what a worker that died left half-way, before anything else is done.
 * A signature whose answer was kept gets its entry; one that was not kept never left the worker,
 * so it is forgotten and the page may ask again. Whether a form was filled nobody can tell any
 * more, so it is written down as filled.
 */
export async function recover(): Promise<void> {
  for (const intent of await unfinishedIntents()) {
    const kept = await answerOfRequest(intent.id);
    if (kept) await appendAudit(kept.event);
    else if (intent.action === 'fill') await appendAudit(intent);
    else await interrupt(intent.id);
  }
}

async function interrupt(id: string): Promise<void> {
  await dropIntent(id);
  const request = await findRequest((other) => other.id === id);
  if (!request) return;
  await dropRequest(request);
  await settle(id, failure(new FirmaError('interrupted')));
  await closeApproval(request);
}
