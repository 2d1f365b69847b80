import { sha256Hex, type Certificate } from '../../certificate/index.ts';
import { offsetAt } from '../../clock.ts';
import { FirmaError } from '../../errors.ts';
import type { NativePlan, NativeRequest } from '../../messages.ts';
import { isAccepted } from '../../portals/holder-of.ts';
import { findPortal, type KnownPortal, type NativeProtocol } from '../../portals/index.ts';
import type { Signer } from '../../signature/index.ts';
import { appendAudit, dropIntent, isUnlocked, writeIntent } from '../../vault/index.ts';
import { auditEvent } from '../audit-event.ts';
import { enterAs } from '../clients.ts';
import { publishCards, withSigner } from '../credentials.ts';
import { unlock } from '../lock.ts';
import { noteGiven } from '../note-given.ts';
import { clockOf } from '../server-time.ts';
import { rememberTold } from '../told-portals.ts';
import { takeChallenge } from './challenges.ts';
import { lookAtPage } from './look-at-page.ts';
import { nativeAccount } from './native-account.ts';
import { speakIdseCms } from './speak-idse-cms.ts';
import { speakSatToken } from './speak-sat-token.ts';
import type { Spoken } from './spoken.ts';

/**
 * Signs what was shown, once, and sends it in the page that gave it out. Nothing is tried again by
 * itself, neither this way nor another.
 * @throws FirmaError before anything is signed: `page_changed` when the page is no longer the one
 * that was shown, or what it gave out is too old; `account_missing`, `company_refused`,
 * `certificate_expired`, `other_client_active`, `wrong_vault_password`, `locked`, and what {@link lookAtPage} throws. After:
 * `native_uncertain`; and what the page refused before it was sent anything
 */
export async function signInNatively(request: NativeRequest): Promise<void> {
  const { plan, credentialId, password } = request;
  const portal = findPortal(plan.portal);
  const native = portal?.native;
  if (!portal || !native) throw new FirmaError('page_changed');
  if (password !== undefined && !(await isUnlocked())) await unlock(password);
  const account = native.kind === 'idse-cms' ? await nativeAccount(request) : undefined;
  // One at a time: two clicks on the same page make one signature.
  await navigator.locks.request('native', () =>
    withSigner(credentialId, async (signer) => {
      await assertAccepted(portal, signer.certificate);
      await assertUnchanged(plan, portal, native);
      const task = { plan, portal, account };
      const spoken =
        native.kind === 'sat-token' ? speakSatToken(task, native) : speakIdseCms(task, native);
      const { rfc, legalName } = signer.certificate;
      const takeBack = await enterAs(portal, plan.tabId, { credentialId, rfc, legalName });
      await sign(plan, spoken, signer, takeBack);
      await noteGiven(plan, credentialId);
    }),
  );
  await Promise.all([publishCards(credentialId), rememberTold(plan.portal)]);
}

async function assertAccepted(portal: KnownPortal, { rfc, notAfter }: Certificate): Promise<void> {
  if (!isAccepted(portal, rfc)) throw new FirmaError('company_refused');
  const reading = await clockOf(`https://${portal.host}`);
  const now = Date.now();
  // By the portal's own clock alone: where it is not known, the portal tells.
  if (reading && notAfter.getTime() < now + offsetAt(now, reading)) {
    throw new FirmaError('certificate_expired');
  }
}

async function assertUnchanged(
  plan: NativePlan,
  portal: KnownPortal,
  native: NativeProtocol,
): Promise<void> {
  const page = await lookAtPage(plan.tabId, portal, native);
  const isSame =
    page.documentId === plan.documentId &&
    page.origin === plan.pageOrigin &&
    (native.kind !== 'sat-token' || page.challenge === plan.challenge);
  if (!isSame) throw new FirmaError('page_changed');
}

/**
 * The order is what makes a worker that dies between any two steps harmless: the value is taken, so
 * that nobody signs it again; then intent, signature, page, entry.
 * @param takeBack called when nothing was sent
 */
async function sign(
  plan: NativePlan,
  spoken: Spoken,
  signer: Signer,
  takeBack: () => Promise<void>,
): Promise<void> {
  const { rfc, serialNumber } = signer.certificate;
  const event = auditEvent('native', {
    origin: plan.pageOrigin,
    portal: plan.portal,
    rfc,
    serialNumber,
    digest: await sha256Hex(new TextEncoder().encode(spoken.textFor(signer))),
  });
  let send: Awaited<ReturnType<Spoken['answer']>>;
  try {
    await takeChallenge(plan);
    await writeIntent(event);
    send = await spoken.answer(signer);
  } catch (error) {
    await Promise.all([dropIntent(event.id), takeBack()]);
    throw error;
  }
  const outcome = await send();
  // Whatever came of it, it was signed.
  await appendAudit(event);
  if (outcome !== 'sent' && outcome !== undefined) await takeBack();
  if (outcome !== 'sent') throw new FirmaError(outcome ?? 'native_uncertain');
}
