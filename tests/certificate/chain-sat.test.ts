import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issuerOf, readCertificate, validateChain } from '../../src/certificate/index.ts';
import { satFolder } from '../sat-folder.ts';

const folder = satFolder ?? '';
const present = satFolder !== undefined;
const paths = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.cer'),
    )
  : [];
const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
const authorities = paths.filter((path) => path.startsWith('ac-')).map(read);
const people = paths.filter((path) => !path.startsWith('ac-'));

/** In the middle of its life. */
function lifeOf(der: Uint8Array) {
  const { notBefore, notAfter } = readCertificate(der);
  return { notBefore, middle: new Date((notBefore.getTime() + notAfter.getTime()) / 2) };
}

const rootsOf = (all: readonly Uint8Array[]) =>
  all.filter((der) => {
    const { issuer, subject } = readCertificate(der);
    return Buffer.from(issuer.der).equals(subject.der);
  });

describe.skipIf(!present)(present ? 'SAT fixtures' : 'skipped: no SAT fixtures', () => {
  test('everybody is traced to the authority that issued, as anchor, by its certificate', async () => {
    let traced = 0;
    for (const path of people) {
      const leaf = read(path);
      const at = lifeOf(leaf).middle;
      const verdict = await validateChain({ leaf, intermediates: [], anchors: authorities, at });
      expect([path, verdict]).toMatchObject([path, { ok: true }]);
      traced++;
    }
    console.log(`SAT fixtures: ${traced} of ${people.length} traced to their authority`);
    expect(traced).toBeGreaterThan(5);
  });

  test('roots of the Banco de México are reached unless SHA-1 is on the way', async () => {
    const anchors = rootsOf(authorities);
    const reached = new Map<string, number>();
    for (const path of people) {
      const leaf = read(path);
      const at = lifeOf(leaf).notBefore;
      const verdict = await validateChain({ leaf, intermediates: authorities, anchors, at });
      const outcome = verdict.reason ?? 'ok';
      reached.set(outcome, (reached.get(outcome) ?? 0) + 1);
    }
    console.log('SAT fixtures, to the root:', Object.fromEntries(reached));
    expect([...reached.keys()].filter((reason) => reason !== 'weak_algorithm')).toEqual(['ok']);
  });

  test('AC5 and what it issued are traced to ARC5', async () => {
    const leaf = read('ac-produccion/ocsp.ac5_sat.cer');
    const verdict = await validateChain({
      leaf,
      intermediates: authorities,
      anchors: [read('ac-produccion/ARC5_IES.cer')],
      at: lifeOf(leaf).notBefore,
    });
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.path).toHaveLength(3);
  });

  test('whom AC5 certified before or after its own life it did not certify', async () => {
    const ocsp = readCertificate(read('ac-produccion/ocsp.ac5_sat.cer'));
    expect(await issuerOf(ocsp)).toMatchObject({ known: 'production', name: 'AC5_SAT' });
    for (const moment of ['2019-05-03T16:19:08Z', '2027-05-03T16:19:10Z']) {
      const { known } = await issuerOf({ ...ocsp, notBefore: new Date(moment) });
      expect([moment, known]).toEqual([moment, 'unknown']);
    }
  });

  test('a person is no authority, and an authority of the same name no issuer', async () => {
    const leaf = read('fiel-vigente/EKU9003173C9.cer');
    const at = lifeOf(leaf).middle;
    const old = [read('ac-pruebas/AC_4096_2018.cer')];
    const verdict = await validateChain({ leaf, intermediates: old, anchors: old, at });
    expect(verdict).toMatchObject({ ok: false });
    const people = [read('csd-vigente/EKU9003173C9.cer'), leaf];
    expect(await validateChain({ leaf, intermediates: [], anchors: people, at })).toMatchObject({
      reason: 'no_issuer',
    });
  });
});
