import { FirmaError } from '../errors.ts';
import type { FillPlan } from '../messages.ts';
import { portals } from '../portals/index.ts';
import { appendAudit, dropIntent, writeIntent, type Intent } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { fillSecretOf, publishCards } from './credentials.ts';
import { fillFrame, type FillArguments } from './fill-frame.ts';
import { planFill } from './plan-fill.ts';

export interface FillRequest {
  plan: FillPlan;
  credentialId: string;
  /** What opens the vault: the original files are unlocked for this once. */
  password: string;
}

/**
 * Puts the files, the password and the RFC into the form that was approved, and nowhere else.
 * @throws FirmaError `page_changed` when the page is no longer the one that was shown;
 * `wrong_vault_password`, `fill_not_kept`, and what {@link planFill} throws
 */
export async function fill({ plan, credentialId, password }: FillRequest): Promise<void> {
  const { certificate, secret } = await fillSecretOf(credentialId, password);
  const current = await planFill(plan.tabId);
  const form = portals.find(({ id }) => id === plan.portal && id === current.portal)?.form;
  const isSame =
    current.documentId === plan.documentId &&
    current.formOrigin === plan.formOrigin &&
    current.pageOrigin === plan.pageOrigin;
  if (!form || !isSame) throw new FirmaError('page_changed');

  const event = auditEvent('fill', {
    origin: plan.formOrigin,
    portal: plan.portal,
    rfc: certificate.rfc,
    serialNumber: certificate.serialNumber,
  });
  await writeIntent(event as Intent);
  const outcome = await run(plan, {
    fields: form.fields,
    origin: form.origin,
    ancestors: form.ancestors,
    ...secret,
    rfc: certificate.rfc,
  });
  if (outcome !== 'filled') {
    await dropIntent(event.id);
    throw new FirmaError(outcome);
  }
  await appendAudit(event);
  await publishCards(credentialId);
}

async function run(
  { tabId, documentId }: FillPlan,
  args: FillArguments,
): Promise<ReturnType<typeof fillFrame> | 'page_changed'> {
  try {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId, documentIds: [documentId] },
      func: fillFrame,
      args: [args],
    });
    return frame?.result ?? 'page_changed';
  } catch {
    return 'page_changed';
  }
}
