/** Repairs: shown before, run after a yes, compared, and put back. */
import { browser } from '../browser.ts';
import { compare, scoreExtension, type Compared, type RepairId } from '../diagnosis/index.ts';
import { FirmaError } from '../errors.ts';
import type { RepairOutcome, RepairPreview, RepairRun, RepairTarget } from '../messages.ts';
import { findPortal, portalAt, portals, siteOf, type KnownPortal } from '../portals/index.ts';
import {
  nextRung,
  openSignInPage,
  repairs,
  type Repair,
  type RepairContext,
} from '../repairs/index.ts';
import { session } from '../storage.ts';
import { appendAudit } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { confirmChange, findChange, keepChange, reachOf, type KeptChange } from './changes.ts';
import { hasEnteredSince, restoreClient } from './clients.ts';
import { diagnoseNow } from './diagnose.ts';
import { noteBack } from './failing.ts';
import { noteCacheWasWrong } from './last-failure.ts';
import { makeChange } from './make-change.ts';
import { attemptAfter, failureBefore } from './recheck.ts';
import { reportBug } from './report-bug.ts';

const notCompared: Compared = {
  compared: [],
  result: 'not_compared',
  confirmed: false,
  wasStale: false,
};

/** When one of these helps, what the browser had kept may have been the cause. */
const pastTheCache: readonly RepairId[] = ['reload-without-cache', 'clear-site-cache'];

/** What a repair would touch, now. Changes nothing. */
export async function previewRepair(target: RepairTarget): Promise<RepairPreview> {
  const repair = repairOf(target);
  const portal = portalOf(target);
  const { kind, undoMinutes, needs } = repair;
  const tabId = await tabWith(portal, target.tabId);
  const items =
    repair.kind === 'automatic'
      ? await repair.preview({
          portal,
          ...(tabId !== undefined && { tabId }),
          chosen: {},
          score: await scoreBy(portal),
        })
      : [];
  return {
    repair: repair.id,
    kind,
    items,
    undoMinutes,
    ...(needs && { needs }),
    ...(repair.kind === 'automatic' && repair.isLasting && { isLasting: true }),
  };
}

/**
 * Runs what the person said yes to, opens the sign-in page again and compares.
 * @throws FirmaError `busy` while another repair runs; what the browser does not let it do, before
 * anything is opened
 */
export async function runRepair(run: RepairRun): Promise<RepairOutcome> {
  return await navigator.locks.request('repair', { ifAvailable: true }, async (lock) => {
    if (!lock) throw new FirmaError('busy');
    const repair = repairOf(run);
    if (repair.kind !== 'automatic') throw new Error(`only the person can do ${repair.id}`);
    const portal = portalOf(run);
    await repair.check?.({ portal });
    const shown = await tabWith(portal, run.tabId);
    // Only a page of the portal can copy what it keeps, and only there can one see what changed.
    const tab = shown ?? (repair.reloads ? undefined : await openSignInPage(portal));
    const { extensions, minutes, tabs } = run;
    const chosen = {
      ...(extensions && { extensions }),
      ...(minutes && { minutes }),
      ...(tabs && { tabs }),
    };

    const before = await failureBefore(tab, portal.id);
    const since = new Date().toISOString();
    const { change, opened } = await makeChange(
      repair,
      { portal, ...(tab !== undefined && { tabId: tab }), chosen, score: await scoreBy(portal) },
      before && { before },
    );
    const changeId = change.id;
    const tabId = opened ?? (await openSignInPage(portal, tab).catch(() => tab));
    const after = tabId === undefined ? undefined : await attemptAfter(tabId, since);
    const { compared, result, confirmed, wasStale } =
      before && after ? compare(before, after) : notCompared;
    if (before && wasStale && pastTheCache.includes(repair.id)) await noteCacheWasWrong(before);
    if (confirmed && repair.isTemporary) await confirmChange(changeId);
    const next = result === 'solved' ? undefined : nextRung(repair.id);
    return {
      compared,
      result,
      ...(next && { next }),
      confirmed: confirmed && repair.isTemporary === true,
      changeId,
      diagnosis: await diagnoseNow({ ...(tabId !== undefined && { tabId }), depth: 'local' }),
    };
  });
}

/**
 * Puts back what a repair changed. Harmless when it was put back already, or when it is too late.
 * @throws FirmaError `session_renewed` when somebody signed in to the portal since
 */
export async function undoRepair({ id }: { id: string }): Promise<void> {
  await navigator.locks.request('repair', async () => {
    const found = await findChange(id);
    if (!found || found.state === 'undone') return;
    if (found.isPast || (await isOutlived(found))) throw new FirmaError('session_renewed');
    const { snapshot, client, ...undone } = found;
    const repair = repairOf(found);
    if (repair.kind !== 'automatic' || !repair.undo || snapshot === undefined) return;
    await repair.undo(snapshot);
    if (client) await restoreClient(client);
    const { portal } = found;
    await appendAudit(auditEvent('undo', { id: `${id} undo`, portal, repair: repair.id }));
    await keepChange({ ...undone, state: 'undone' });
    await noteBack(found).catch(reportBug);
  });
}

/** Somebody signs in since, where the session would come back: it stays theirs. */
async function isOutlived(change: KeptChange): Promise<boolean> {
  const reach = reachOf(change);
  if (!reach) return false;
  const home = portalOf(change);
  const reached = portals.filter((other) =>
    reach === 'site' ? siteOf(other) === siteOf(home) : other.host === home.host,
  );
  const answers = await Promise.all(reached.map((each) => hasEnteredSince(each, change.at)));
  return answers.includes(true);
}

/** By what was seen of the last attempt that failed there. */
async function scoreBy({ id }: KnownPortal): Promise<NonNullable<RepairContext['score']>> {
  const { lastFailure } = await session.get('lastFailure');
  const page = lastFailure?.portal === id ? lastFailure.page : undefined;
  return (extension) => scoreExtension(extension, page);
}

/**
 * The tab, if it still shows the sign-in page. Any other page of the portal is left alone: whoever
 * is in may be filling in a form by now.
 */
async function tabWith(
  { id }: KnownPortal,
  tabId: number | undefined,
): Promise<number | undefined> {
  if (tabId === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return portalAt(tab?.url)?.id === id ? tabId : undefined;
}

function repairOf({ repair }: Pick<RepairTarget, 'repair'>): Repair {
  const found = repairs.find(({ id }) => id === repair);
  if (!found) throw new Error(`no repair ${repair}`);
  return found;
}

function portalOf({ portal }: Pick<RepairTarget, 'portal'>): KnownPortal {
  const found = findPortal(portal);
  if (!found) throw new Error(`no portal ${portal}`);
  return found;
}
