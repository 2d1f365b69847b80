import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Files } from './mint.ts';

const folder = resolve(import.meta.dirname, '../../../shared/fixtures/sat/fiel-vigente');

/** The SAT's published test e.firma of EKU9003173C9, where it is at hand. */
export function satTestEfirma(): Files | undefined {
  if (!existsSync(folder)) return undefined;
  return {
    certificate: new Uint8Array(readFileSync(`${folder}/EKU9003173C9.cer`)),
    privateKey: new Uint8Array(readFileSync(`${folder}/EKU9003173C9.key`)),
    password: '12345678a',
    rfc: 'EKU9003173C9',
  };
}
