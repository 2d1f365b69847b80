import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { satFolder } from '../sat-folder.ts';
import { daysFrom, yearsFrom } from './dates.ts';
import {
  makeCredential,
  makePki,
  makeTlsCertificate,
  people,
  readHolder,
  type Pki,
} from './index.ts';
import { asPem } from './pem.ts';

const now = new Date('2026-03-04T05:06:07Z');
let directory: string;
let pki: Pki;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-holder-'));
  pki = await makePki(directory, now);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each([
  ['person', people.ximena],
  ['enie', people.pedro],
  ['company', people.ferreteria],
  ['ampersand', people.herrajes],
  ['longName', people.distribuidora],
] as const)('the holder of %s is read whole', (name, holder) => {
  expect(readHolder(pki.credentials[name].readCertificate())).toEqual(holder);
});

test('PEM will do; garbage, and a certificate that is nobody’s, will not', async () => {
  const { readCertificate } = pki.credentials.person;
  expect(readHolder(Buffer.from(asPem(readCertificate())))).toEqual(people.ximena);
  const tls = await makeTlsCertificate(directory, ['imss.gob.mx']);
  expect(() => readHolder(Buffer.from(tls.cert))).toThrow('no RFC');
  expect(() => readHolder(Buffer.from('garbage'))).toThrow();
});

test('an expired e.firma of the same holder says the same', async () => {
  const holder = readHolder(pki.credentials.company.readCertificate());
  const notAfter = daysFrom(now, -1);
  const expired = await makeCredential(pki, {
    holder,
    notBefore: yearsFrom(notAfter, -4),
    notAfter,
  });
  expect(readHolder(expired.readCertificate())).toEqual(holder);
  expect(expired.notAfter).toEqual(notAfter);
});

describe.skipIf(!satFolder)(satFolder ? 'the SAT’s own' : 'skipped: no SAT fixtures', () => {
  test.each([
    ['enie/raqñ7701212m3.cer', { rfc: 'RAQÑ7701212M3', curp: 'RAQN770121HDFMZV08' }],
    [
      'fiel-vigente/EKU9003173C9.cer',
      {
        rfc: 'EKU9003173C9',
        representative: { rfc: 'VADA800927DJ3', curp: 'VADA800927HSRSRL05' },
      },
    ],
    ['ampersand/h&e951128469.cer', { rfc: 'H&E951128469' }],
  ])('%s', async (file, holder) => {
    const read = readHolder(await readFile(`${satFolder}/${file}`));
    expect(read).toMatchObject(holder);
    const twin = await makeCredential(pki, { holder: read });
    expect(readHolder(twin.readCertificate())).toEqual(read);
  });
});
