import { browser } from '../browser.ts';
import type { AuthenticateResponse } from '../bridge/protocol.ts';
import { toBase64 } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { Approval } from '../messages.ts';
import { portalAt } from '../portals/index.ts';
import { createLoginToken, loginTokenDigest, type Signer } from '../signature/index.ts';
import { appendAudit, dropIntent, isUnlocked, writeIntent } from '../vault/index.ts';
import { keepAnswer, nonceKey, stateOfNonce } from './answers.ts';
import { auditEvent } from './audit-event.ts';
import { enterAs } from './clients.ts';
import { publishCards, withSigner } from './credentials.ts';
import { unlock } from './lock.ts';
import { settle } from './outcomes.ts';
import { isEnded } from './refusals.ts';
import { callKey, dropRequest, findRequest, isStillThere, type PageRequest } from './requests.ts';
import { serverNow } from './server-time.ts';

/**
 * One approval, one signature, one audit entry. The order is what makes a worker that dies between
 * any two steps harmless: intent, signature, kept answer, entry, answer to the page.
 * @throws FirmaError `request_gone`, `wrong_vault_password`, `certificate_expired`
 */
export async function approve(approval: Approval): Promise<void> {
  await navigator.locks.request(`request:${approval.id}`, async () => {
    const request = await findRequest(({ id }) => id === approval.id);
    if (!request || request.origin !== approval.origin) throw new FirmaError('request_gone');
    if (approval.password !== undefined && !(await isUnlocked())) await unlock(approval.password);
    // It stays until its window closes: a page that only stood still is told then.
    if (!(await isStillThere(request))) throw new FirmaError('request_gone');
    const response = await withSigner(approval.credentialId, (signer) =>
      navigator.locks.request(`nonce:${nonceKey(request.origin, request.nonce)}`, () =>
        sign(request, approval, signer),
      ),
    );
    await dropRequest(request);
    await settle(request, { ok: true, result: response });
    await publishCards(approval.credentialId);
  });
}

async function sign(
  request: PageRequest,
  { shareCurp, credentialId }: Approval,
  signer: Signer,
): Promise<AuthenticateResponse> {
  const { id, origin, nonce } = request;
  const { certificate } = signer;
  const now = await serverNow(origin);
  if (request.rfc !== undefined && request.rfc !== certificate.rfc) {
    throw new FirmaError('no_certificate');
  }
  if (certificate.notAfter < now) throw new FirmaError('certificate_expired');
  const portal = portalAt((await browser.tabs.get(request.tabId)).url);
  const facts = {
    id,
    origin,
    ...(portal && { portal: portal.id }),
    rfc: certificate.rfc,
    serialNumber: certificate.serialNumber,
  };
  const state = await stateOfNonce(origin, nonce, Date.now());
  if (state.kind !== 'new') throw new FirmaError('nonce_reused');
  // The last moment at which a no still counts.
  if (isEnded(id)) throw new FirmaError('request_gone');

  const { rfc, legalName } = certificate;
  const takeBack =
    portal && (await enterAs(portal, request.tabId, { credentialId, rfc, legalName }));
  await writeIntent(auditEvent('authenticate', facts));
  let response: AuthenticateResponse;
  try {
    const curp = request.wantsCurp && shareCurp;
    const token = await createLoginToken({ origin, nonce, now, curp }, signer);
    response = { token, unverifiedCertificate: toBase64(certificate.der) };
  } catch (error) {
    await Promise.all([dropIntent(id), takeBack?.()]);
    throw error;
  }
  const digest = await loginTokenDigest(response.token);
  const event = auditEvent('authenticate', { ...facts, digest });
  const call = callKey(request, request.callId);
  await keepAnswer(origin, nonce, {
    requestId: id,
    nonce,
    call,
    keptAt: Date.now(),
    response,
    event,
  });
  await appendAudit(event);
  return response;
}
