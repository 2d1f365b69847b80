import { findPortal } from '../portals/index.ts';
import type { ReportPortal } from './report.ts';

/** A portal of our list, with its address without a query. */
export function reportPortal(id: unknown): ReportPortal | undefined {
  const row = typeof id === 'string' ? findPortal(id) : undefined;
  return row && { id: row.id, host: row.host, path: row.path };
}
