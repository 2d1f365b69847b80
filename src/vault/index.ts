export { dropAcuse, readAcuses, writeAcuse } from './acuses.ts';
export type { AuditEvent } from './audit-chain.ts';
export { appendAudit, readAuditLog } from './audit-log.ts';
export type { CredentialRecord, FillSecret, KeptAccount } from './format.ts';
export { dropIntent, unfinishedIntents, writeIntent, type Intent } from './intents.ts';
export { credentialsInMemory, forgetMemory, keepInMemory } from './memory.ts';
export { saveAccount } from './save-account.ts';
export { saveCredential } from './save-credential.ts';
export { saveEntry } from './save-entry.ts';
export { saveRevocation } from './save-revocation.ts';
export { forgetSignKeys, isUnlocked } from './unlocked.ts';
export {
  changePassword,
  listRecords,
  openFillPart,
  openSession,
  openSignPart,
  readRecord,
  removeRecord,
  withVault,
} from './vault.ts';
