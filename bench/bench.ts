/**
 * `npm run bench`: certificates, keys and chains against the libraries that do the same, in Node and
 * in Chromium. Contestants take turns in one run and their results are compared before they are
 * timed. What counts are the ratios. Fails when a goal is missed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePki } from '../tests/pki/index.ts';
import { openssl } from '../tests/pki/openssl.ts';
import type { Material } from './contest.ts';
import { benchInBrowser } from './in-chromium.ts';
import { benchInNode } from './in-node.ts';
import { missedIn } from './goals.ts';
import { tableOf } from './table.ts';

async function materialIn(folder: string): Promise<Material> {
  const now = new Date('2026-03-04T05:06:07Z');
  const pki = await makePki(folder, now, { authorityBits: 4096 });
  const { person } = pki.credentials;
  const { password } = person;
  const plainPath = join(folder, 'bench.pem');
  const aesPath = join(folder, 'bench.key');
  await openssl(
    ['pkcs8', '-inform', 'DER', '-in', person.keyPath, '-passin', 'env:PASSWORD'].concat([
      '-out',
      plainPath,
    ]),
    { password },
  );
  await openssl(
    ['pkcs8', '-topk8', '-in', plainPath, '-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256']
      .concat(['-iter', '2048', '-outform', 'DER', '-out', aesPath])
      .concat(['-passout', 'env:PASSWORD']),
    { password },
  );
  return {
    certificate: new Uint8Array(person.readCertificate()),
    authority: new Uint8Array(pki.authority.readCertificate()),
    root: new Uint8Array(pki.root.readCertificate()),
    privateKey: new Uint8Array(person.readPrivateKey()),
    privateKeyAes: new Uint8Array(await readFile(aesPath)),
    password,
    at: now.toISOString(),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'firma-lista-bench-'));
try {
  const material = await materialIn(folder);
  const places = [
    ['Node', process.versions.node, await benchInNode(material, folder)],
    ['Chromium', ...(await benchInBrowser(material))],
  ] as const;
  for (const [place, version, contests] of places) {
    for (const contest of contests) console.log(`\n${place} ${version}: ${tableOf(contest)}`);
  }
  const missed = places.flatMap(([place, , contests]) => missedIn(place, contests));
  for (const line of missed) console.error(`✘ ${line}`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
