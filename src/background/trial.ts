/** «Probar mi firma»: everything that a portal looks at, without any portal. */
import { sha256Hex, type Certificate, type OpenedKey } from '../certificate/index.ts';
import type { FilePayload, Review, Trial, TrialReason, TrialStep } from '../messages.ts';
import {
  appendAudit,
  credentialsInMemory,
  dropIntent,
  isUnlocked,
  writeIntent,
} from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { withKey } from './credentials.ts';
import { decodeFile } from './decode-file.ts';
import { judgeFiles, type JudgedFiles } from './judge-files.ts';
import { judgeKept, originalsOf } from './judge-kept.ts';
import { unlock } from './lock.ts';
import { noteKept, noteReview } from './refused-files.ts';
import { revocationStep } from './revocation-step.ts';
import { serverClock, type Moment } from './server-time.ts';
import { signsFor, textToSign } from './test-signature.ts';
import { judgedSteps } from './trial-steps.ts';
import { withRevocation } from './with-revocation.ts';

/** What came of the test signature. */
interface Signed {
  step: TrialStep;
  text?: string;
}

/** With files that are not kept. They are only looked at: what is wrong with them is all that stays. */
export async function tryFiles({
  files,
  password,
}: {
  files: FilePayload[];
  password: string;
}): Promise<Trial> {
  const moment = await serverClock();
  const judged = await judgeFiles(files.map(decodeFile), password, moment);
  const { certificate, key } = judged.verdict;
  if (!certificate || !key) return await finish(judged, moment, notSigned, noteReview);
  const text = textToSign(moment.at);
  const isRight = await signsFor(certificate, key, utf8(text)).finally(() => key.pkcs8.fill(0));
  const unlooked = key.isEncrypted ? undefined : 'key_in_clear';
  return await finish(judged, moment, signed(isRight, text), noteReview, unlooked);
}

/**
 * With one that is kept or in memory. The original files are judged too where they were kept and
 * `password` opens them; it unlocks first where that is needed. One entry in the history.
 *
 * @throws FirmaError `locked`, `wrong_vault_password`, `credential_not_found`, `record_damaged`
 */
export async function tryCredential({
  id,
  password,
}: {
  id: string;
  password?: string;
}): Promise<Trial> {
  const isInMemory = (await credentialsInMemory()).some((credential) => credential.id === id);
  if (!isInMemory && password !== undefined && !(await isUnlocked())) await unlock(password);
  const originals = await originalsOf(id, isInMemory ? '' : password);
  const moment = await serverClock();
  const { judged, outcome } = await withKey(id, async (credential) => ({
    judged: await judgeKept(credential, originals, moment),
    outcome: await signOnRecord(credential, textToSign(moment.at)),
  }));
  const unlooked = typeof originals === 'string' ? originals : undefined;
  return await finish(judged, moment, outcome, noteKept, unlooked);
}

/** Write-ahead: a worker that dies between any two steps leaves no signature without its entry. */
async function signOnRecord(
  { certificate, key }: { certificate: Certificate; key: OpenedKey },
  text: string,
): Promise<Signed> {
  const { rfc, serialNumber } = certificate;
  const bytes = utf8(text);
  const event = auditEvent('trial', { rfc, serialNumber, digest: await sha256Hex(bytes) });
  await writeIntent(event);
  let isRight: boolean;
  try {
    isRight = await signsFor(certificate, key, bytes);
  } catch (error) {
    await dropIntent(event.id);
    throw error;
  }
  await appendAudit(event);
  return signed(isRight, text);
}

/** Whoever issued it is asked last, when the key is closed again: that may take its time. */
async function finish(
  { verdict, review }: JudgedFiles,
  { at, clock }: Moment,
  { step: signature, text }: Signed,
  note: (review: Review) => Promise<void>,
  unlooked?: TrialReason,
): Promise<Trial> {
  const revocation = await revocationStep(verdict.certificate);
  const steps = [
    ...judgedSteps(review.findings, unlooked && { password: unlooked }),
    revocation,
    signature,
  ];
  const whole = withRevocation(review, revocation);
  await note(whole);
  return {
    ok: steps.every(({ status }) => status !== 'fail'),
    at: at.toISOString(),
    clock,
    steps,
    ...(text !== undefined && { signedText: text }),
    review: whole,
  };
}

const notSigned: Signed = {
  step: { id: 'signature', status: 'unknown', reason: 'not_reached' },
};

function signed(isRight: boolean, text: string): Signed {
  return isRight
    ? { step: { id: 'signature', status: 'pass' }, text }
    : { step: { id: 'signature', status: 'fail', reason: 'signature_wrong' }, text };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
