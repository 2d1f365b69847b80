import { FirmaError } from '../errors.ts';
import type { FillPlan, FillRequest } from '../messages.ts';
import { portals } from '../portals/index.ts';
import { appendAudit, dropIntent, writeIntent } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { fillSecretOf, publishCards } from './credentials.ts';
import { fillFrame, type FillArguments, type FillOutcome } from './fill-frame.ts';
import { planFill } from './plan-fill.ts';

/**
 * Puts the files, the password and the RFC into the form that was approved, and nowhere else.
 * @throws FirmaError `page_changed` when the page is no longer the one that was shown;
 * `fill_uncertain` when it went away meanwhile; `wrong_vault_password`, `fill_not_kept`, and what
 * {@link planFill} throws
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
  await writeIntent(event);
  const outcome = await run(plan, {
    fields: form.fields,
    origin: form.origin,
    path: form.path,
    ancestors: form.ancestors,
    ...secret,
    rfc: certificate.rfc,
  });
  if (putNothing.has(outcome)) await dropIntent(event.id);
  else await appendAudit(event);
  if (outcome !== 'filled') throw new FirmaError(outcome);
  await publishCards(credentialId);
}

/** Milliseconds that a page may keep its own thread busy. */
const fillsWithin = 10_000;

/** What is decided before the first file is put in; after anything else the files were handed over. */
const putNothing: ReadonlySet<FillOutcome> = new Set([
  'form_not_found',
  'stranger_in_frames',
  'form_goes_elsewhere',
]);

async function run({ tabId, documentId }: FillPlan, args: FillArguments): Promise<FillOutcome> {
  try {
    const filling = chrome.scripting.executeScript({
      target: { tabId, documentIds: [documentId] },
      func: fillFrame,
      args: [args],
    });
    const late = new Promise<[]>((resolve) => setTimeout(() => resolve([]), fillsWithin));
    const [frame] = await Promise.race([filling, late]);
    return frame?.result ?? 'fill_uncertain';
  } catch {
    return 'fill_uncertain';
  }
}
