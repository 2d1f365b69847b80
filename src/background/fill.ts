import { readText } from '../diagnosis/index.ts';
import type { Certificate } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { FillPlan, FillRequest, FillResult } from '../messages.ts';
import { asksOtherRfc } from '../portals/ask/asks-other-rfc.ts';
import { isAccepted } from '../portals/holder-of.ts';
import { findPortal, type FillForm, type KnownPortal } from '../portals/index.ts';
import { appendAudit, dropIntent, writeIntent } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { enterAs } from './clients.ts';
import { fillSecretOf, publishCards } from './credentials.ts';
import { fillFrame, type FillArguments, type FillOutcome } from './fill-frame.ts';
import { forgetFilled, noteFilled } from './filled-tabs.ts';
import { inDocument } from './in-document.ts';
import { noteGiven } from './note-given.ts';
import { planFill } from './plan-fill.ts';
import { rememberTold } from './told-portals.ts';

/**
 * Puts the files, the password and what else the form asks for into the form that was approved, and
 * nowhere else.
 * @throws FirmaError `page_changed` when the page is no longer the one that was shown;
 * `company_refused`, `other_rfc_asked`, `user_missing`, `other_client_active` before anything is put
 * in; `form_rejected_files`; `form_changed` when it is not the known form, or changed meanwhile;
 * `fill_uncertain` when it went away meanwhile; `wrong_vault_password`, `fill_not_kept`, and what
 * {@link planFill} throws
 */
export async function fill(request: FillRequest): Promise<FillResult> {
  const { plan, credentialId } = request;
  const { certificate, args, takeBack } = await prepare(request);
  const { rfc, serialNumber } = certificate;
  const event = auditEvent('fill', {
    origin: plan.formOrigin,
    portal: plan.portal,
    rfc,
    serialNumber,
  });
  await writeIntent(event);
  // The answer to what is sent for them may be here before we are told that it was.
  if (args.submits) await noteBoth(plan, credentialId);
  const outcome = await inDocument(plan, fillFrame, args, fillsWithin);
  const { code, handedOver, page, says } = outcome ?? uncertain;
  if (!handedOver) await dropIntent(event.id);
  else await appendAudit(page === 'sent' ? { ...event, action: 'fill_sent' } : event);
  const mayBeSent = code === 'filled' || code === 'fill_uncertain';
  if (mayBeSent && !args.submits) await noteBoth(plan, credentialId);
  if (!mayBeSent && args.submits) await forgetFilled(plan.tabId);
  // A page that went away, or is another by now, may have sent what it got.
  if (!handedOver || code === 'form_rejected_files') await takeBack();
  if (code !== 'filled') throw new FirmaError(code);
  await Promise.all([publishCards(credentialId), rememberTold(plan.portal)]);
  const words = says && readText(says, plan.portal).text;
  return { page: page ?? 'silent', ...(words && { says: words }) };
}

async function noteBoth(plan: FillPlan, credentialId: string): Promise<void> {
  await Promise.all([noteFilled(plan.tabId, plan.portal), noteGiven(plan, credentialId)]);
}

/** What is put in, after a last look at the page and at whose e.firma it is. */
async function prepare({ plan, credentialId, password, user: typed }: FillRequest): Promise<{
  certificate: Certificate;
  args: FillArguments;
  /** Nothing was handed over: the session is whose it was. */
  takeBack: () => Promise<void>;
}> {
  const { certificate, secret } = await fillSecretOf(credentialId, password);
  const current = await planFill(plan.tabId);
  const portal = findPortal(plan.portal);
  const form = portal && formOf(portal, current);
  if (!form || !isSame(plan, current)) throw new FirmaError('page_changed');
  const { rfc } = certificate;
  if (!isAccepted(portal, rfc)) throw new FirmaError('company_refused');
  if (asksOtherRfc(current.ask, rfc)) throw new FirmaError('other_rfc_asked');
  const user = secret.idse?.user ?? typed ?? '';
  if (form.fields.user && user === '') throw new FirmaError('user_missing');
  const { legalName } = certificate;
  const takeBack = await enterAs(portal, plan.tabId, { credentialId, rfc, legalName });
  const args = {
    fields: form.fields,
    origin: form.origin,
    paths: form.paths,
    ancestors: form.ancestors,
    submit: form.submit,
    formId: current.formId,
    certificate: secret.certificate,
    privateKey: secret.privateKey,
    password: secret.password,
    rfc,
    user,
    errorNodes: portal.watch?.errorNodes ?? [],
    submits: current.submits && plan.submits,
  };
  return { certificate, args, takeBack };
}

function formOf({ forms }: KnownPortal, { formOrigin }: FillPlan): FillForm | undefined {
  return forms.find(({ origin }) => origin === formOrigin);
}

/** What the person saw of the page is still so. */
function isSame(plan: FillPlan, current: FillPlan): boolean {
  const keys = ['portal', 'documentId', 'formId', 'formOrigin', 'pageOrigin'] as const;
  return (
    keys.every((key) => plan[key] === current[key]) &&
    JSON.stringify(plan.ask) === JSON.stringify(current.ask)
  );
}

/** Milliseconds: what the page is given in the document, and some for one that keeps its thread busy. */
const fillsWithin = 20_000;

/** What became of it in a document that went away, or did not answer, nobody can tell. */
const uncertain: FillOutcome = { code: 'fill_uncertain', handedOver: true };
