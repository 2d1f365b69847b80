import { FirmaError } from '../errors.ts';
import {
  appendAudit,
  dropIntent,
  unfinishedIntents,
  writeIntent,
  type Intent,
} from '../vault/index.ts';
import { findAnswer } from './answers.ts';
import { publishCards } from './credentials.ts';
import { failure, settle } from './outcomes.ts';
import { finishRepair } from './finish-repair.ts';
import { reportBug } from './report-bug.ts';
import { dropRequest, findRequest } from './requests.ts';
import { closeApproval } from './surfaces.ts';

/**
 * Puts in order what a worker that died left half-way, before anything else is done.
 * A signature whose answer was kept gets its entry; one that was not kept never left the worker,
 * so it is forgotten and the page may ask again. Whether a form was filled, whether a portal got its
 * signature, whether a test signature was made, or how far a repair got, nobody can tell any more, so
 * it is written down as done. What was being cleared is cleared to the end.
 */
export async function recover(): Promise<void> {
  for (const intent of await unfinishedIntents()) {
    // One that cannot be put in order now stays for the next worker, and stops nobody.
    await settleIntent(intent).catch(reportBug);
  }
  await publishCards();
}

async function settleIntent(intent: Intent): Promise<void> {
  const { isShared: _isShared, run: _run, isMade: _isMade, ...event } = intent;
  const kept = await findAnswer(({ requestId }) => requestId === intent.id);
  if (kept) await appendAudit(kept.event);
  else if (intent.action === 'authenticate') await interrupt(intent.id);
  else {
    if (intent.action === 'repair') {
      await finishRepair(intent).catch(reportBug);
      // Where the entry cannot be written it stays, and is not done again.
      await writeIntent({ ...intent, isMade: true });
    }
    await appendAudit(event);
  }
}

async function interrupt(id: string): Promise<void> {
  await dropIntent(id);
  const request = await findRequest((other) => other.id === id);
  if (!request) return;
  await dropRequest(request);
  await settle(request, failure(new FirmaError('interrupted')));
  await closeApproval(request);
}
