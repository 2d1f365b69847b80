import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Acuse } from '../portal-messages.ts';
import type { AuditEntry, AuditSeal } from './audit-chain.ts';
import type { CredentialRecord, VaultHeader } from './format.ts';
import type { Intent } from './intents.ts';

export interface VaultSchema extends DBSchema {
  header: { key: 'vault'; value: VaultHeader };
  credentials: {
    key: string;
    value: CredentialRecord;
    indexes: { rfc: string; notAfter: Date; fingerprint: string };
  };
  audit: { key: number; value: AuditEntry; indexes: { id: string } };
  seal: { key: 'latest'; value: AuditSeal };
  intents: { key: string; value: Intent };
  acuses: { key: string; value: Acuse; indexes: { at: string } };
}

export type Database = IDBPDatabase<VaultSchema>;

let connection: Promise<Database> | undefined;

/** The one database of the extension. Reconnects when the browser closed it. */
export function database(): Promise<Database> {
  connection ??= openDB<VaultSchema>('firma-lista', 2, {
    upgrade(db, from) {
      const acuses = db.createObjectStore('acuses', { keyPath: 'id' });
      acuses.createIndex('at', 'at');
      if (from > 0) return;
      db.createObjectStore('header');
      const credentials = db.createObjectStore('credentials', { keyPath: 'id' });
      credentials.createIndex('rfc', 'rfc');
      credentials.createIndex('notAfter', 'notAfter');
      credentials.createIndex('fingerprint', 'fingerprint', { unique: true });
      const audit = db.createObjectStore('audit', { keyPath: 'sequence' });
      audit.createIndex('id', 'id', { unique: true });
      db.createObjectStore('seal');
      db.createObjectStore('intents', { keyPath: 'id' });
    },
    // A newer version of the extension waits for this connection to go.
    blocking(_from, _to, event) {
      connection = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated() {
      connection = undefined;
    },
  }).catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  return connection;
}
