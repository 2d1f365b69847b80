import { FirmaError } from '../errors.ts';
import type { AutomaticRepair, RepairContext, RunContext } from '../repairs/index.ts';
import { appendAudit, dropIntent, writeIntent } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { dropChange, keepChange, type KeptChange } from './changes.ts';
import { dropNoted, noteChange } from './failing.ts';
import { reportBug } from './report-bug.ts';
import { currentRun } from './run-id.ts';

/**
 * The change is kept before anything is touched: a worker may die at any step.
 * @throws FirmaError `too_much_to_keep` when the copy that would undo it is too large to keep
 */
export async function makeChange(
  repair: AutomaticRepair,
  context: RepairContext,
  kept: Pick<KeptChange, 'before' | 'client'> = {},
): Promise<{ change: KeptChange; opened?: number | undefined }> {
  const { portal, chosen } = context;
  const id = crypto.randomUUID();
  const event = auditEvent('repair', { id, portal: portal.id, repair: repair.id });
  const whole: RunContext = { ...context, changeId: id, at: event.at };
  const prepared = await repair.prepare?.(whole);
  const minutes = chosen.minutes ?? repair.undoMinutes;
  const begun: KeptChange = {
    id,
    repair: repair.id,
    portal: portal.id,
    at: event.at,
    ...(minutes > 0 && { until: new Date(Date.parse(event.at) + minutes * 60_000).toISOString() }),
    names: [],
    state: 'done',
    isTemporary: repair.isTemporary ?? false,
    ...(repair.isLasting && { isLasting: true }),
    ...kept,
    ...prepared,
  };
  await keepChange(begun).catch((cause: unknown) => {
    throw new FirmaError('too_much_to_keep', { cause });
  });
  await noteChange(begun).catch(reportBug);
  const intent = {
    ...event,
    run: await currentRun(),
    ...(kept.client?.isShared && { isShared: true as const }),
  };
  try {
    await writeIntent(intent);
  } catch (error) {
    await forget(begun);
    throw error;
  }
  try {
    const { opened, ...repaired } = await repair.run(whole, prepared?.snapshot);
    // From here on nobody has to do the rest of it.
    await writeIntent({ ...intent, isMade: true });
    const change = { ...begun, ...repaired };
    await keepChange(change);
    await appendAudit(event);
    return { change, opened };
  } catch (error) {
    // Of anything but an error of ours nobody knows how far it got.
    if (error instanceof FirmaError) await forget(begun);
    else await appendAudit(event);
    throw error;
  }
}

/** It came to nothing. */
async function forget(begun: KeptChange): Promise<void> {
  await Promise.all([
    dropChange(begun.id),
    dropNoted(begun).catch(reportBug),
    dropIntent(begun.id),
  ]);
}
