import { readFileSync } from 'node:fs';
import { satFolder } from '../sat-folder.ts';
import type { Files } from './mint.ts';

/** The SAT's published test e.firma of EKU9003173C9, where it is at hand. */
export function satTestEfirma(): Files | undefined {
  if (!satFolder) return undefined;
  const folder = `${satFolder}/fiel-vigente`;
  return {
    certificate: new Uint8Array(readFileSync(`${folder}/EKU9003173C9.cer`)),
    privateKey: new Uint8Array(readFileSync(`${folder}/EKU9003173C9.key`)),
    password: '12345678a',
    rfc: 'EKU9003173C9',
  };
}
