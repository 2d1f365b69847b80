/**
 * What is run in a Node of its own, to see what it takes: every file of a folder is given to
 * everything that reads files, and all of them at once to the verdict. In: the folder. Out: JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  identifyFile,
  judgeCredential,
  openPkcs12,
  openPrivateKey,
  readCertificate,
  readZip,
  validateChain,
} from '../../../src/certificate/index.ts';
import { FirmaError } from '../../../src/errors.ts';

const at = new Date('2026-03-04T05:06:07Z');
const password = 'una clave';
const folder = process.argv[2] ?? '';
const files = readdirSync(folder).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
}));

const readers: readonly ((bytes: Uint8Array) => unknown)[] = [
  identifyFile,
  readCertificate,
  readZip,
  (bytes) => openPrivateKey(bytes, password),
  (bytes) => openPkcs12(bytes, password),
  (bytes) => validateChain({ leaf: bytes, intermediates: [bytes], anchors: [bytes], at }),
  (bytes) => judgeCredential([{ name: 'a', bytes }], password, at),
];

async function isPlanned(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    return error instanceof FirmaError;
  }
}

const unplanned: string[] = [];
for (const { name, bytes } of files) {
  for (const read of readers) {
    if (!(await isPlanned(() => read(bytes)))) unplanned.push(name);
  }
}
for (const count of [20, 64]) {
  const many = files.length === 0 ? [] : Array.from({ length: count }, () => files).flat();
  if (!(await isPlanned(() => judgeCredential(many.slice(0, count), password, at)))) {
    unplanned.push(`${count} files`);
  }
}
const mostOctets = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ mostOctets, unplanned }));
