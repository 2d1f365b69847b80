import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Where it says how many there were. */
export const strayErrorsVariable = 'FIRMA_LISTA_STRAY_ERRORS';

/** A reporter of what was thrown outside every test, of which the JSON report knows nothing. */
export default class StrayErrors implements Reporter {
  onTestRunEnd(_modules: unknown, errors: readonly unknown[]): void {
    const path = process.env[strayErrorsVariable];
    if (path !== undefined) writeFileSync(path, String(errors.length));
  }
}
