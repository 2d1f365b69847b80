/** What our own pages may ask: one line per message, each behind the same guard. */
import { browser } from '../browser.ts';
import { codeOf, FirmaError } from '../errors.ts';
import {
  onMessage,
  type AuditView,
  type ExtensionProtocol,
  type PendingRequest,
} from '../messages.ts';
import { portalAt } from '../portals/index.ts';
import { local } from '../storage.ts';
import {
  appendAudit,
  changePassword,
  isUnlocked,
  readAuditLog,
  removeRecord,
} from '../vault/index.ts';
import { listAcuses, removeAcuse } from './acuses.ts';
import { addAuthority, listAuthorities, readAuthority, removeAuthority } from './authorities.ts';
import { readAccount, saveAccount } from './accounts.ts';
import { auditEvent } from './audit-event.ts';
import { approve } from './authenticate.ts';
import { listChanges } from './changes.ts';
import { chooseCard, listCards, publishCards } from './credentials.ts';
import { activeClient, closeClient } from './clients.ts';
import { describeForms } from './describe-forms.ts';
import { diagnoseNow } from './diagnose.ts';
import { exportCredential } from './export-credential.ts';
import { identifyFiles, importFiles, useFiles } from './files.ts';
import { fill } from './fill.ts';
import { assertOwnPage } from './judge-sender.ts';
import { applyIdleTime, lock, lockAfterHours, unlock } from './lock.ts';
import { cardsFor } from './page-calls.ts';
import { planFill } from './plan-fill.ts';
import { planNative } from './native/plan-native.ts';
import { signInNatively } from './native/sign-in-natively.ts';
import { switchToEfirma } from './switch-to-efirma.ts';
import { refuse } from './refusals.ts';
import { noteRefusal } from './refused-files.ts';
import { previewRepair, runRepair, undoRepair } from './repairs.ts';
import { forgetReminder, remind } from './reminders.ts';
import { reportBug } from './report-bug.ts';
import { findRequest, type PageRequest } from './requests.ts';
import { serverNow } from './server-time.ts';
import { startSignIn } from './sign-in-start.ts';
import { forgetSolved } from './solved-failures.ts';
import { tryCredential, tryFiles } from './trial.ts';

type Handlers = {
  [Type in keyof ExtensionProtocol]: (
    data: Parameters<ExtensionProtocol[Type]>[0],
  ) => ReturnType<ExtensionProtocol[Type]> | Promise<ReturnType<ExtensionProtocol[Type]>>;
};

const handlers: Handlers = {
  identifyFiles,
  importFiles,
  useFiles,
  noteUnread: ({ cause }) => noteRefusal({ cause }),
  tryFiles,
  tryCredential,
  exportCredential,
  listAuthorities,
  readAuthority,
  addAuthority,
  removeAuthority,
  listCredentials: listCards,
  chooseCredential: ({ id }) => chooseCard(id),
  async removeCredential({ id, password }) {
    await removeRecord(id, password, auditEvent('remove'));
    await publishCards();
  },
  async changeVaultPassword({ current, next }) {
    await changePassword(current, next, auditEvent('password_changed'));
    await lockAfterHours();
  },
  unlock: ({ password }) => unlock(password),
  lock,
  isUnlocked,
  readAudit,
  async saveSettings(settings) {
    await local.set({ settings });
    await applyIdleTime();
  },
  startSignIn: async (start) => describe(await startSignIn(start)),
  async pendingRequest({ id }) {
    const request = await findRequest((other) => other.id === id);
    if (!request) throw new FirmaError('request_gone');
    return await describe(request);
  },
  approveRequest: approve,
  refuseRequest: ({ id }) => refuse(id),
  planFill: ({ tabId }) => planFill(tabId),
  fill,
  switchToEfirma: ({ tabId }) => switchToEfirma(tabId),
  describeForms: ({ tabId }) => describeForms(tabId),
  planNative: ({ tabId }) => planNative(tabId),
  signInNatively,
  readAccount: ({ id }) => readAccount(id),
  saveAccount,
  activeClient: ({ tabId }) => activeClient(tabId),
  closeClient,
  listAcuses,
  removeAcuse: ({ id }) => removeAcuse(id),
  diagnose: diagnoseNow,
  previewRepair,
  runRepair,
  undoRepair,
  listChanges,
  remind,
  forgetReminder,
  forgetSolved,
};

/** `ready`: what an earlier worker left unfinished is put in order before anybody is answered. */
export function listenToOwnPages(ready: Promise<void>): void {
  for (const type of Object.keys(handlers) as (keyof Handlers)[]) {
    const handler = handlers[type] as (data: unknown) => unknown;
    onMessage(type, async (message) => {
      assertOwnPage(message.sender);
      // Locking waits for nothing.
      if (type !== 'lock') await ready;
      return (await noting(async () => handler(message.data))) as never;
    });
  }
}

/** Whatever asked for the password of the vault: a wrong one is written down. */
async function noting<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === 'wrong_vault_password') await appendAudit(auditEvent('unlock_failed'));
    reportBug(error);
    throw error;
  }
}

async function describe(request: PageRequest): Promise<PendingRequest> {
  const { id, origin, rfc, wantsCurp, tabId } = request;
  const portal = portalAt((await browser.tabs.get(tabId)).url)?.id;
  return {
    id,
    origin,
    ...(portal && { portal }),
    ...(rfc !== undefined && { rfc }),
    wantsCurp,
    cards: await cardsFor(rfc === undefined ? {} : { rfc }),
    unlocked: await isUnlocked(),
    now: (await serverNow(origin)).toISOString(),
  };
}

async function readAudit(): Promise<AuditView> {
  const { entries, integrity, unsealed } = await readAuditLog();
  const rows = entries.map(({ id: _id, hash: _hash, ...row }) => row);
  return { rows: rows.toReversed(), integrity, unsealed };
}
