import type { AuditAction } from '../messages.ts';
import type { AuditEvent } from '../vault/index.ts';

/** An event of now, by this computer's clock. `facts` may bring its own id, to write it once. */
export function auditEvent<Action extends AuditAction>(
  action: Action,
  facts: Partial<Omit<AuditEvent, 'action' | 'at'>> = {},
): AuditEvent & { action: Action } {
  return { id: crypto.randomUUID(), ...facts, at: new Date().toISOString(), action };
}
