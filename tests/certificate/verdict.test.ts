import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  causeOrder,
  judgeCredential,
  verdictSentences,
  type CredentialFile,
  type CredentialVerdict,
  type JudgeOptions,
} from '../../src/certificate/index.ts';
import { curpCheckDigit } from '../../src/certificate/check-digits/curp-check-digit.ts';
import { rfcCheckDigit } from '../../src/certificate/check-digits/rfc-check-digit.ts';
import { daysFrom } from '../pki/dates.ts';
import type { CredentialName } from '../pki/index.ts';
import { makeZip } from './make-zip.ts';
import { materialOf } from './mistakes/materials.ts';
import type { Material } from './mistakes/mistake.ts';
import { nameOf, rebuilt } from './mistakes/rebuilt.ts';
import { sealedKey } from './mistakes/sealed-key.ts';
import { nameDer } from './odd-certificate.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();
let person: Material;
let company: Material;
beforeAll(async () => {
  const made = (name: CredentialName) => {
    const { password, readCertificate, readPrivateKey } = pki().credentials[name];
    const certificate = new Uint8Array(readCertificate());
    const key = new Uint8Array(readPrivateKey());
    return materialOf({ name, certificate, key, password, at: now }, pki().directory);
  };
  [person, company] = await Promise.all([made('person'), made('company')]);
});

const file = (name: string, bytes: Uint8Array): CredentialFile => ({ name, bytes });
const pairOf = ({ certificate, key }: Material) => [file('a', certificate), file('b', key)];
const judgePerson = (options: JudgeOptions = {}, password = person.password, at = now) =>
  judgeCredential(pairOf(person), password, at, options);
const statusOf = ({ findings }: CredentialVerdict, id: string) =>
  findings.find((finding) => finding.id === id)?.status;
const reasonOf = ({ cause, detail }: CredentialVerdict) =>
  [cause, detail].filter(Boolean).join(' ');

describe('check digits, and what portals like to have', () => {
  const named = (rfc: string, curp?: string) =>
    rebuilt(person.certificate, {
      subject: nameDer({
        '2.5.4.3': 'UNA PERSONA',
        '2.5.4.45': rfc,
        ...(curp && { '2.5.4.5': curp }),
      }),
    });
  const [rfc, curp] = ['PULX9002151KA', 'PULX900215MDFRSM05'];
  const right = {
    rfc: rfc.slice(0, -1) + rfcCheckDigit(rfc),
    curp: curp.slice(0, -1) + curpCheckDigit(curp),
  };
  const wrongEnd = (text: string) => text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');

  test.each([
    ['all of it right', right.rfc, right.curp, []],
    ['an RFC that ends wrong', wrongEnd(right.rfc), right.curp, ['cert.rfc_check_digit']],
    ['a CURP that ends wrong', right.rfc, wrongEnd(right.curp), ['cert.curp_check_digit']],
    ['no CURP', right.rfc, undefined, ['cert.no_curp']],
  ])('%s only warns: the key is handed out', async (_what, ofHolder, curpOf, warnings) => {
    const files = [file('a', named(ofHolder, curpOf)), file('b', person.key)];
    const verdict = await judgeCredential(files, person.password, now);
    expect([verdict.ok, verdict.cause, verdict.key !== undefined]).toEqual([true, undefined, true]);
    const digits = ['cert.rfc_check_digit', 'cert.curp_check_digit', 'cert.no_curp'];
    const warned = verdict.findings.filter(({ status }) => status === 'warning');
    expect(warned.map(({ id }) => id as string).filter((id) => digits.includes(id))).toEqual(
      warnings,
    );
  });
});

describe('what is handed out', () => {
  test('no key when only a slip of the password opens it', async () => {
    const verdict = await judgePerson({}, `${person.password} `);
    expect(reasonOf(verdict)).toBe('pwd.spaces');
    expect(verdict.key).toBeUndefined();
    expect(verdict.files).toBeUndefined();
    expect(statusOf(verdict, 'key.mismatch')).toBe('pass');
  });

  test('the key that the typed password opens in another encoding, though no portal takes it', async () => {
    const key = sealedKey(person.plainKey, Buffer.from('contraseña', 'latin1'));
    const files = [file('a', person.certificate), file('b', key)];
    const verdict = await judgeCredential(files, 'contraseña', now);
    expect([verdict.ok, reasonOf(verdict)]).toEqual([false, 'pwd.encoding']);
    expect(verdict.key?.passwordEncoding).toBe('latin-1');
  });

  test('no key of a CSD, of another certificate, or of a kind that is not wanted', async () => {
    const { readCertificate, readPrivateKey, password } = pki().credentials.csd;
    const seal = [file('a', readCertificate()), file('b', readPrivateKey())];
    expect((await judgeCredential(seal, password, now)).key).toBeUndefined();
    const mixed = [file('a', person.certificate), file('b', company.key)];
    expect((await judgeCredential(mixed, company.password, now)).key).toBeUndefined();
  });

  test('the files out of a ZIP by their own names, of a .pfx the .pfx twice', async () => {
    const zip = makeZip([
      { name: 'x/mi.key', content: person.key },
      { name: 'x/mi.cer', content: person.certificate },
    ]);
    const packed = [file('nota', Buffer.from('nota')), file('todo.zip', zip)];
    const { files } = await judgeCredential(packed, person.password, now);
    expect(files?.certificate).toEqual({ index: 1, name: 'mi.cer', bytes: person.certificate });
    expect(files?.privateKey).toEqual({ index: 1, name: 'mi.key', bytes: person.key });
    const pfx = { index: 0, name: 'mi.pfx', bytes: person.pfx };
    const verdict = await judgeCredential([file('mi.pfx', person.pfx)], person.password, now);
    expect(verdict.files).toEqual({ certificate: pfx, privateKey: pfx });
  });

  test('an e.firma of a company that is refused to a person can still be kept', async () => {
    const verdict = await judgeCredential(pairOf(company), company.password, now, {
      purpose: 'person',
    });
    expect([verdict.ok, reasonOf(verdict)]).toEqual([false, 'cert.moral']);
    expect(verdict.key).toBeDefined();
    expect((await judgePerson({ purpose: 'person' })).ok).toBe(true);
  });
});

describe('what is at hand besides', () => {
  test('a mismatch says which of the others the key belongs to', async () => {
    const files = [file('a', person.certificate), file('b', company.key)];
    const others = [person.facts, { ...company.facts, rfc: 'OTRO010101AAA' }];
    const verdict = await judgeCredential(files, company.password, now, { others });
    expect([reasonOf(verdict), verdict.belongsTo]).toEqual(['key.mismatch another_holder', 1]);
    const alone = await judgeCredential(files, company.password, now);
    expect([reasonOf(alone), alone.belongsTo]).toEqual(['key.mismatch', undefined]);
  });

  test('what is kept already is said, and is not superseded by itself', async () => {
    const verdict = await judgePerson({ others: [person.facts] });
    expect(verdict.ok).toBe(true);
    expect(statusOf(verdict, 'cert.kept')).toBe('pass');
    expect(statusOf(await judgePerson(), 'cert.kept')).toBeUndefined();
  });

  test('the certificate of a CSD that was brought along names its key', async () => {
    const { readCertificate, readPrivateKey, password } = pki().credentials.csd;
    const files = [readCertificate(), readPrivateKey(), person.certificate];
    const verdict = await judgeCredential(
      files.map((bytes) => file('', bytes)),
      password,
      now,
    );
    expect(reasonOf(verdict)).toBe('key.mismatch csd_key');
  });
});

describe('clocks', () => {
  test.each([
    [0, 'pass', undefined],
    [5, 'pass', undefined],
    [6, 'warning', 'clock_ahead'],
    [-6, 'warning', 'clock_behind'],
  ])('a computer %i minutes ahead: %s', async (minutes, status, detail) => {
    const computerTime = new Date(now.getTime() + minutes * 60_000);
    const verdict = await judgePerson({ computerTime });
    expect(verdict.ok).toBe(true);
    expect(verdict.findings).toContainEqual({
      id: 'tls.clock',
      status,
      ...(detail && { detail }),
    });
  });

  test('dates are judged by the better clock, which is then not blamed', async () => {
    const { notAfter, notBefore } = person.facts;
    const expired = await judgePerson({ computerTime: now }, undefined, daysFrom(notAfter, 1));
    expect(reasonOf(expired)).toBe('cert.expired');
    const early = daysFrom(notBefore, -9);
    expect(reasonOf(await judgePerson({ computerTime: now }, undefined, early))).toBe(
      'cert.not_yet',
    );
    expect(reasonOf(await judgePerson({}, undefined, early))).toBe('cert.not_yet clock_behind');
  });
});

test('what the IMSS issued will do for IDSE, and nowhere else', async () => {
  const issuer = nameOf('INSTITUTO MEXICANO DEL SEGURO SOCIAL', 'AC');
  const certificate = rebuilt(person.certificate, { issuer });
  const judge = (options: JudgeOptions) =>
    judgeCredential([file('', certificate), file('', person.key)], person.password, now, options);
  expect((await judge({ purpose: 'idse' })).ok).toBe(true);
  expect((await judge({ portal: 'idse' })).key).toBeDefined();
  const elsewhere = await judge({});
  expect(reasonOf(elsewhere)).toBe('cert.wrong_file imss_certificate');
  expect(elsewhere.key).toBeUndefined();
});

describe('what could not be looked at is unknown, never a pass', () => {
  test.each<[string, () => CredentialFile[], string, string[]]>([
    [
      'without a readable certificate',
      () => [file('', person.certificate.subarray(0, 600)), file('', person.key)],
      'clave de prueba 1',
      ['cert.is_csd', 'cert.expired', 'cert.superseded', 'cert.untrusted', 'key.mismatch'],
    ],
    [
      'behind a wrong password',
      () => pairOf(person),
      'otra',
      ['pwd.encoding', 'key.mismatch', 'cert.revoked'],
    ],
    [
      'without a key',
      () => [file('', person.certificate)],
      'clave de prueba 1',
      ['pwd.wrong', 'pwd.encoding', 'key.mismatch'],
    ],
    [
      'in a .pfx that stays closed',
      () => [file('', person.pfx)],
      'otra',
      ['cert.is_csd', 'cert.expired', 'cert.weak_alg', 'key.mismatch'],
    ],
  ])('%s', async (_, files, password, ids) => {
    const verdict = await judgeCredential(files(), password, now);
    expect(ids.map((id) => [id, statusOf(verdict, id)])).toEqual(ids.map((id) => [id, 'unknown']));
  });

  test('a key in clear proves no password', async () => {
    const files = [file('', person.certificate), file('', person.plainKey)];
    const verdict = await judgeCredential(files, 'otra', now);
    expect([verdict.ok, statusOf(verdict, 'pwd.wrong')]).toEqual([true, 'unknown']);
  });

  test('a foreign key in clear does not hide that the password is wrong', async () => {
    const files = [...pairOf(person), file('', company.plainKey)];
    const verdict = await judgeCredential(files, 'otra', now);
    expect(reasonOf(verdict)).toBe('pwd.wrong');
    expect(statusOf(verdict, 'key.mismatch')).toBe('unknown');
  });
});

test('of twenty archives of two hundred files each, four hundred are looked at', async () => {
  const decoys = Array.from({ length: 200 }, (_, index) => ({
    name: `${index}.txt`,
    content: Buffer.from('nota'),
    stored: true,
  }));
  const archive = makeZip(decoys);
  const lastTwo = [
    { name: 'a', content: person.certificate },
    { name: 'b', content: person.key },
  ];
  const judge = (count: number) => {
    const decoyed = Array.from({ length: count }, () => file('x.zip', archive));
    return judgeCredential([...decoyed, file('', makeZip(lastTwo))], person.password, now);
  };
  expect((await judge(1)).ok).toBe(true);
  expect(reasonOf(await judge(19))).toBe('cert.corrupt zip');
});

test('the order has every cause that makes files unusable, once', () => {
  expect(new Set(causeOrder).size).toBe(causeOrder.length);
  const place = (cause: (typeof causeOrder)[number]) => causeOrder.indexOf(cause);
  expect(place('cert.is_csd')).toBeLessThan(place('cert.expired'));
  expect(place('cert.is_csd')).toBeLessThan(place('pwd.caps'));
  expect(place('pwd.wrong')).toBeLessThan(place('key.mismatch'));
});

test('any files whatever get a verdict that has words', async () => {
  const known = new Set(verdictSentences.map(({ cause, detail }) => `${cause} ${detail ?? ''}`));
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom('certificate', 'key', 'pfx', 'plainKey').chain((form) =>
      fc.tuple(fc.nat(2000), fc.nat(255)).map(([at, octet]) => {
        const bytes = new Uint8Array(person[form as 'key']);
        bytes[at % bytes.length] = octet;
        return bytes;
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name: fc.string(), bytes: pieces }), { maxLength: 4 }),
      fc.string(),
      async (files, password) => {
        const verdict = await judgeCredential(files, password, now);
        expect(verdict.ok).toBe(verdict.cause === undefined);
        for (const { id, status, detail } of verdict.findings) {
          if (status === 'fail') expect(known).toContain(`${id} ${detail ?? ''}`);
        }
      },
    ),
    { numRuns: 60 },
  );
});
