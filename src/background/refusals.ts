import { FirmaError } from '../errors.ts';
import { sessionCollection } from '../storage.ts';
import { appendAudit, dropIntent } from '../vault/index.ts';
import { markDelivered } from './answers.ts';
import { auditEvent } from './audit-event.ts';
import { failure, settle } from './outcomes.ts';
import { dropRequest, findRequest, type PageRequest } from './requests.ts';
import { closeApproval } from './surfaces.ts';

const refusals = sessionCollection<true>('refused');

const keyOf = ({ tabId, origin }: Pick<PageRequest, 'tabId' | 'origin'>): string =>
  `${tabId} ${origin}`;

/** Requests that somebody ended while their approval was still at work. */
const ended = new Set<string>();

/** Whether a request was ended meanwhile: asked just before its signature is made. */
export function isEnded(id: string): boolean {
  return ended.has(id);
}

/** The person said no, or closed the window: written down, and told to the page. */
export async function refuse(id: string): Promise<void> {
  await end(id, async (request) => {
    await refusals.set(keyOf(request), true);
    // An approval that failed half-way may have left a signature that is not to be used.
    await Promise.all([dropIntent(id), markDelivered(request.origin, request.nonce)]);
    await appendAudit(auditEvent('refuse', { id: `${id}/refused`, origin: request.origin }));
    await settle(request, failure(new FirmaError('user_cancelled')));
  });
}

/** The page gave up, or is gone: nobody refused anything. */
export async function withdraw(id: string): Promise<void> {
  await end(id, async (request) => settle(request, failure(new FirmaError('user_cancelled'))));
}

/** After a refusal a page may ask again only when the person has just touched it. */
export async function needsGesture(
  page: Pick<PageRequest, 'tabId' | 'origin'>,
  activated: boolean,
): Promise<boolean> {
  const refused = (await refusals.get(keyOf(page))) === true;
  if (refused && activated) await refusals.remove(keyOf(page));
  return refused && !activated;
}

async function end(id: string, tell: (request: PageRequest) => Promise<void>): Promise<void> {
  ended.add(id);
  await navigator.locks
    .request(`request:${id}`, async () => {
      const request = await findRequest((other) => other.id === id);
      if (!request) return;
      await dropRequest(request);
      await tell(request);
      await closeApproval(request);
    })
    .finally(() => ended.delete(id));
}
