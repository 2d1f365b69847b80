import { execFileSync } from 'node:child_process';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTour } from '../../scripts/tour/tour.ts';
import type { TourReport } from '../../scripts/tour/report.ts';
import { satFolder } from '../sat-folder.ts';
import { seenFaults } from './seen-faults.ts';

const now = new Date('2026-11-22T12:00:00Z');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firma-lista-tour-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectSignedIn(report: TourReport): void {
  expect(report.failures).toEqual([]);
  expect(report.signIn).toMatchObject({ bridge: true, fill: true });
  expect(report.serviceWorkerKilled).toEqual({
    askedAgain: true,
    signaturesMade: 1,
    auditEntries: 1,
  });
  expect(report.pageMessagesHeard).toBe(0);
}

function expectMended(report: TourReport): void {
  const certainty: unknown = expect.stringMatching(/^(?:is|likely)$/);
  expect(report.faults).toEqual(
    [
      { id: 'cert.expired', repair: 'renew-certificate', signedInAfter: true },
      { id: 'cache.stale', repair: 'clear-site-cache', signedInAfter: true },
      { id: 'ext.interference', repair: 'pause-extensions', signedInAfter: true },
      { id: 'brw.outdated', repair: 'update-browser', signedInAfter: null },
    ].map((fault) => ({ ...fault, cause: fault.id, certainty })),
  );
}

/** Two second opinions on the token that the portal took: jose, and openssl against the .cer. */
async function expectVerifiable({ signIn }: TourReport, certificate: Uint8Array): Promise<void> {
  const { token = '', nonce } = signIn;
  const [leaf] = decodeProtectedHeader(token).x5c ?? [];
  expect(Buffer.from(leaf ?? '', 'base64')).toEqual(Buffer.from(certificate));
  const { payload } = await compactVerify(
    token,
    createPublicKey(
      new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }),
    ),
    { algorithms: ['RS256'] },
  );
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
    aud: 'https://serviciosdigitales.imss.gob.mx',
    nonce,
    purpose: 'login',
  });
  const at = (name: string): string => join(folder, name);
  const [header, claims, signature = ''] = token.split('.');
  writeFileSync(at('leaf.cer'), certificate);
  writeFileSync(at('input'), `${header}.${claims}`);
  writeFileSync(at('signature'), Buffer.from(signature, 'base64url'));
  const publicKey = execFileSync('openssl', [
    ...['x509', '-inform', 'DER', '-in', at('leaf.cer'), '-pubkey', '-noout'],
  ]);
  writeFileSync(at('key.pem'), publicKey);
  const verdict = execFileSync('openssl', [
    ...['dgst', '-sha256', '-verify', at('key.pem'), '-signature', at('signature'), at('input')],
  ]);
  expect(String(verdict)).toMatch(/Verified OK/);
}

test('the whole way holds with an e.firma made for the occasion', async () => {
  const out = join(folder, 'out');
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  const report = await runTour({ headless: true, now, out }, tell, seenFaults);
  expectSignedIn(report);
  expectMended(report);
  expect(report.imported).toMatchObject({ rfc: 'PULX9002151KA', kind: 'e.firma' });
  expect(readdirSync(out)).toHaveLength(20);
  expect(lines.join('\n')).toContain('Proceso muerto');
}, 400_000);

test('wrong files end the tour with their cause', async () => {
  const credential = { cerPath: 'package.json', keyPath: 'LICENSE', password: 'x' };
  const report = await runTour({ headless: true, now, credential }, () => undefined);
  expect(report.imported).toBeUndefined();
  expect(report.failures.join()).toContain('cert.wrong_file');
  expect(report.faults).toEqual([]);
}, 400_000);

describe.skipIf(!satFolder)(satFolder ? 'with the SAT’s own' : 'skipped: no SAT fixtures', () => {
  test('EKU9003173C9 signs in both ways, and its token verifies outside', async () => {
    const cerPath = `${satFolder}/fiel-vigente/EKU9003173C9.cer`;
    const keyPath = `${satFolder}/fiel-vigente/EKU9003173C9.key`;
    const credential = { cerPath, keyPath, password: '12345678a' };
    const report = await runTour({ headless: true, now, credential }, () => undefined, []);
    expectSignedIn(report);
    expect(report.imported).toMatchObject({
      rfc: 'EKU9003173C9',
      serialNumber: '30001000000500003415',
      kind: 'e.firma',
    });
    await expectVerifiable(report, new Uint8Array(readFileSync(cerPath)));
  }, 400_000);
});
