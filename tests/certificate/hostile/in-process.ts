/**
 * What is run in a Node of its own, to see what it takes: every file of a folder is given to
 * everything that reads files, and all of them at once to the verdict. In: the folder. Out: JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  identifyFile,
  judgeCredential,
  judgeCrl,
  judgeOcspResponse,
  openPkcs12,
  openPrivateKey,
  readAuthority,
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
  readAuthority,
  (bytes) => judgeCrl(bytes, { certificate: bytes, issuer: bytes, at }),
  (bytes) => judgeOcspResponse(bytes, { certificate: bytes, issuer: bytes, at }),
  (bytes) => validateChain({ leaf: bytes, intermediates: [bytes], anchors: [bytes], at }),
  (bytes) => judgeCredential([{ name: 'a', bytes }], password, at),
];

const unplanned: string[] = [];
/** Milliseconds of the processor, which a busy machine does not lengthen. */
let most = { work: 0, of: '' };

async function run(name: string, read: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  try {
    await read();
  } catch (error) {
    if (!(error instanceof FirmaError)) unplanned.push(name);
  }
  const { user, system } = process.cpuUsage(before);
  const work = (user + system) / 1000;
  if (work > most.work) most = { work, of: name };
}

for (const { name, bytes } of files) {
  for (const [place, read] of readers.entries()) await run(`${name} ${place}`, () => read(bytes));
}
for (const count of [20, 64]) {
  const many = files.length === 0 ? [] : Array.from({ length: count }, () => files).flat();
  await run(`${count} files`, () => judgeCredential(many.slice(0, count), password, at));
}
const mostOctets = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ mostOctets, most, unplanned }));
