/** Server certificates that a browser objects to, and the authority that it trusts for them. */
import { execFile, execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certify, nameOf, type SigningParty } from '../pki/certify.ts';
import { der, sequence, type WrittenExtension } from '../pki/der.ts';

export const labFaults = ['wrong_name', 'expired', 'unknown_issuer'] as const;

export type LabFault = (typeof labFaults)[number];

/** PEM texts. */
export type ServerIdentity = Record<'key' | 'cert', string>;

const day = 24 * 60 * 60 * 1000;

/** Whether this computer has the tool that a browser on Linux is told by whom to trust. */
export function canTrust(): boolean {
  try {
    execFileSync('certutil', ['--help'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/**
 * One server identity for each fault, at `host`, and one without any. The authority behind the first two is trusted by
 * browsers whose home is `home`; nothing of it outlives that folder.
 */
export async function makeLab(
  home: string,
  host: string,
): Promise<(fault: LabFault | 'none', name?: string) => ServerIdentity> {
  const authority = newParty('Laboratorio de Firma Lista');
  const now = Date.now();
  const span = { notBefore: new Date(now - 2 * day), notAfter: new Date(now + 2 * day) };
  const root = certify({
    issuer: authority,
    commonName: 'Laboratorio de Firma Lista',
    publicKey: spkiOf(authority.key),
    algorithm: 'ECDSA-SHA256',
    extensions: [{ id: '2.5.29.19', critical: true, value: sequence(der(0x01, Buffer.of(0xff))) }],
    ...span,
  });
  await trust(home, root);
  return (fault, name = host) => {
    const key = newKey();
    const cert = certify({
      issuer: fault === 'unknown_issuer' ? newParty('Nadie') : authority,
      commonName: 'Servidor',
      publicKey: spkiOf(key),
      algorithm: 'ECDSA-SHA256',
      serialNumber: [0x52, ['none', ...labFaults].indexOf(fault)],
      extensions: [namesOf(fault === 'wrong_name' ? 'otro.test' : name)],
      ...span,
      ...(fault === 'expired' && { notAfter: new Date(now - day) }),
    });
    return {
      cert: pemOf(cert),
      key: key.export({ format: 'pem', type: 'pkcs8' }) as string,
    };
  };
}

/** A browser reads from its home whom else it is to trust. */
export async function withHome<Result>(
  home: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = process.env['HOME'];
  if (home !== undefined) process.env['HOME'] = home;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['HOME'];
    else process.env['HOME'] = before;
  }
}

async function trust(home: string, root: Buffer): Promise<void> {
  const database = join(home, '.pki', 'nssdb');
  const file = join(home, 'root.pem');
  await mkdir(database, { recursive: true });
  await writeFile(file, pemOf(root));
  const run = promisify(execFile);
  await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  await run('certutil', ['-A', '-d', `sql:${database}`, '-t', 'C,,', '-n', 'lab', '-i', file]);
}

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

function newParty(name: string): SigningParty {
  return { name: nameOf(name), key: newKey() };
}

/** SubjectPublicKeyInfo, DER. */
function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function namesOf(host: string): WrittenExtension {
  return { id: '2.5.29.17', value: sequence(der(0x82, Buffer.from(host))) };
}

function pemOf(certificate: Buffer): string {
  const lines = certificate
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
