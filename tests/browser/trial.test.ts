import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstRun, openApp } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { AuditRow, Trial, TrialStepId } from '../../src/messages.ts';
import { holdAt } from './hold.ts';
import { countAudited, filesOf, payload, refusalOf, tell } from './tell.ts';
import { inMemory, lockNow, nothingStored, restore, rewrite, stored } from './vault-inside.ts';

let stage: Stage;
let app: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await firstRun(stage.browser);
  app = await openApp(stage.browser, 'historial');
});
afterAll(() => stage.close());

const person = () => stage.pki.credentials.person;

/** Its steps, as `status` or `status reason`. */
function stepsOf({ steps }: Trial): Record<TrialStepId, string> {
  const shown = steps.map(({ id, status, reason }) => [
    id,
    [status, reason].filter(Boolean).join(' '),
  ]);
  return Object.fromEntries(shown) as Record<TrialStepId, string>;
}

/** Of an e.firma that is right and whose issuer nobody knows: there is nobody to ask. */
const right: Record<TrialStepId, string> = {
  files: 'pass',
  pair: 'pass',
  password: 'pass',
  form: 'pass',
  dates: 'pass',
  issuer: 'warning cert.untrusted',
  revocation: 'unknown unknown_issuer',
  signature: 'pass',
};

/** Somebody vouches for it; asking is switched off. */
const vouchedFor = { ...right, issuer: 'pass', revocation: 'unknown not_allowed' };

async function trialsInHistory(): Promise<AuditRow[]> {
  const { rows } = await tell(app, 'readAudit');
  return rows.filter(({ action }) => action === 'trial');
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('files that are only tried', () => {
  test('a wrong password is named, and nothing is signed', async () => {
    const trial = await tell(app, 'tryFiles', { ...filesOf(person()), password: 'otra' });
    expect(stepsOf(trial)).toMatchObject({
      password: 'fail pwd.wrong',
      signature: 'unknown not_reached',
    });
    expect(trial).toMatchObject({ ok: false, review: { cause: 'pwd.wrong' } });
    expect(trial.signedText).toBeUndefined();
  });

  test('an expired e.firma still signs, and is not in order', async () => {
    const trial = await tell(app, 'tryFiles', filesOf(stage.pki.credentials.expired));
    expect(stepsOf(trial)).toEqual({ ...right, dates: 'fail cert.expired' });
    expect(trial).toMatchObject({ ok: false, review: { cause: 'cert.expired', usable: true } });
  });

  test('a certificate with a public key that the browser does not take is told as such', async () => {
    const certificate = Buffer.from(person().readCertificate());
    const exponent = certificate.indexOf(Buffer.from('0203010001', 'hex'));
    certificate[exponent + 4] = 0;
    const files = [payload('a.cer', certificate), payload('b.key', person().readPrivateKey())];
    const trial = await tell(app, 'tryFiles', { files, password: person().password });
    expect(stepsOf(trial)).toMatchObject({ signature: 'unknown not_reached' });
    expect(trial).toMatchObject({
      ok: false,
      review: { cause: 'cert.weak_alg', detail: 'small_exponent', usable: false },
    });
    const imported = await tell(app, 'importFiles', {
      files,
      password: person().password,
      keepFill: true,
    });
    expect(imported).toMatchObject({ review: { usable: false } });
    expect(await tell(app, 'listCredentials', undefined)).toEqual([]);
  });

  test('a CSD is tried no further', async () => {
    const trial = await tell(app, 'tryFiles', filesOf(stage.pki.credentials.csd));
    expect(stepsOf(trial)).toMatchObject({
      files: 'pass',
      form: 'fail cert.is_csd',
      signature: 'unknown not_reached',
    });
  });

  test('without a .key the pair is unknown, not right', async () => {
    const { files, password } = filesOf(person());
    const trial = await tell(app, 'tryFiles', { files: files.slice(0, 1), password });
    expect(stepsOf(trial)).toMatchObject({
      files: 'fail key.missing',
      pair: 'unknown not_reached',
      password: 'unknown not_reached',
      dates: 'pass',
      signature: 'unknown not_reached',
    });
  });

  test('those that are right pass every step that was looked at', async () => {
    const trial = await tell(app, 'tryFiles', filesOf(person()));
    expect(stepsOf(trial)).toEqual(right);
    expect(trial).toMatchObject({
      ok: true,
      clock: 'computer',
      review: { ok: true, usable: true },
    });
    expect(trial.signedText).toMatch(/^Prueba de Firma Lista\. .* [\da-f]{32}\.$/);
  });

  test('no two signatures are over the same text', async () => {
    const [one, other] = [
      await tell(app, 'tryFiles', filesOf(person())),
      await tell(app, 'tryFiles', filesOf(person())),
    ];
    expect(one.signedText).not.toBe(other.signedText);
  });

  test('of all of it no trace is left', async () => {
    expect(await stored(stage.browser)).toEqual(nothingStored);
    expect(await inMemory(stage.browser)).toEqual({});
  });
});

describe('an authority that a person adds', () => {
  const authority = () => payload('AC.cer', stage.pki.authority.readCertificate());
  const fingerprint = () => sha256(stage.pki.authority.readCertificate());

  test('is shown and not trusted yet', async () => {
    const before = await tell(app, 'listAuthorities');
    expect(before.map(({ origin }) => origin)).toEqual(before.map(() => 'built_in'));
    expect(await tell(app, 'readAuthority', authority())).toEqual({
      name: stage.pki.authority.name,
      sha256: fingerprint(),
      notBefore: expect.any(String),
      notAfter: expect.any(String),
      origin: 'new',
    });
    expect(await tell(app, 'listAuthorities')).toEqual(before);
  });

  test('is not trusted under the fingerprint of another', async () => {
    const shown = sha256(stage.pki.stranger.readCertificate());
    const request = { file: authority(), sha256: shown };
    expect(await refusalOf(app, 'addAuthority', request)).toBe('fingerprint_changed');
    expect(await tell(app, 'tryFiles', filesOf(person())).then(stepsOf)).toEqual(right);
  });

  test('is no e.firma', async () => {
    const [cer] = filesOf(person()).files;
    if (!cer) throw new Error('no .cer');
    const request = { file: cer, sha256: sha256(person().readCertificate()) };
    expect(await refusalOf(app, 'addAuthority', request)).toBe('not_an_authority');
  });

  test('vouches for what it issued, once however often it is added, until it is removed', async () => {
    const request = { file: authority(), sha256: fingerprint() };
    await Promise.all([tell(app, 'addAuthority', request), tell(app, 'addAuthority', request)]);
    const added = (await tell(app, 'listAuthorities')).filter(({ origin }) => origin === 'added');
    expect(added.map(({ sha256: shown }) => shown)).toEqual([fingerprint()]);
    expect(await tell(app, 'readAuthority', authority())).toMatchObject({ origin: 'added' });

    const [issued, strange] = [person(), stage.pki.credentials.unknownIssuer].map(filesOf);
    if (!issued || !strange) throw new Error('two e.firmas');
    expect(await tell(app, 'tryFiles', issued).then(stepsOf)).toEqual(vouchedFor);
    expect(await tell(app, 'tryFiles', strange).then(stepsOf)).toEqual(right);

    await tell(app, 'removeAuthority', { sha256: fingerprint() });
    expect(await tell(app, 'tryFiles', issued).then(stepsOf)).toEqual(right);
  });
});

describe('what somebody wrote into the store of authorities', () => {
  const write = async (authorities: unknown) => {
    const worker = await stage.browser.worker();
    await worker.evaluate((items) => chrome.storage.local.set(items), { authorities });
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  afterAll(() => write([]));

  test('vouches for nobody when it may issue nothing, and hides none that may', async () => {
    const garbage = ['', '%', 'MAA=', base64(person().readCertificate())];
    await write([...garbage, base64(stage.pki.stranger.readCertificate())]);
    const added = (await tell(app, 'listAuthorities')).filter(({ origin }) => origin === 'added');
    expect(added.map(({ name }) => name)).toEqual([stage.pki.stranger.name]);
    expect(await tell(app, 'tryFiles', filesOf(person())).then(stepsOf)).toEqual(right);
    const { unknownIssuer } = stage.pki.credentials;
    expect(await tell(app, 'tryFiles', filesOf(unknownIssuer)).then(stepsOf)).toEqual(vouchedFor);
  });

  test('does not grow without end', async () => {
    await write(Array.from({ length: 20 }, () => base64(stage.pki.stranger.readCertificate())));
    const file = payload('AC.cer', stage.pki.authority.readCertificate());
    const request = { file, sha256: sha256(stage.pki.authority.readCertificate()) };
    expect(await refusalOf(app, 'addAuthority', request)).toBe('too_many_authorities');
  });
});

describe('an e.firma that is kept', () => {
  let id: string;

  beforeAll(async () => {
    const { card } = await tell(app, 'importFiles', { ...filesOf(person()), keepFill: true });
    if (!card) throw new Error('not kept');
    ({ id } = card);
  });

  test('is not tried while it is locked', async () => {
    await lockNow(stage.browser);
    expect(await refusalOf(app, 'tryCredential', { id })).toBe('locked');
    expect(await trialsInHistory()).toEqual([]);
  });

  test('is not tried with a wrong password, which is written down', async () => {
    const failed = await countAudited(stage.browser, 'unlock_failed');
    const request = { id, password: 'otra' };
    expect(await refusalOf(app, 'tryCredential', request)).toBe('wrong_vault_password');
    expect(await countAudited(stage.browser, 'unlock_failed')).toBe(failed + 1);
    expect(await trialsInHistory()).toEqual([]);
  });

  test('is tried with its password, original files included, and written down', async () => {
    const trial = await tell(app, 'tryCredential', { id, password: person().password });
    expect(stepsOf(trial)).toEqual(right);
    expect(await trialsInHistory()).toMatchObject([
      {
        rfc: person().rfc,
        serialNumber: person().serialNumber,
        digest: sha256(trial.signedText ?? ''),
      },
    ]);
  });

  test('is tried without asking while it is open; that its password is right is not claimed', async () => {
    const trial = await tell(app, 'tryCredential', { id });
    expect(stepsOf(trial)).toEqual({ ...right, password: 'unknown password_not_given' });
    expect(trial.review.findings).toContainEqual({ id: 'pwd.wrong', status: 'unknown' });
    expect(await trialsInHistory()).toHaveLength(2);
  });

  test('is not tried with a wrong password while it is open either', async () => {
    const request = { id, password: 'otra' };
    expect(await refusalOf(app, 'tryCredential', request)).toBe('wrong_vault_password');
    expect(await trialsInHistory()).toHaveLength(2);
  });

  test.each([
    ['in the signature', 3],
    ['between kept answer and audit entry', 4],
  ] as const)('a worker that dies %s leaves an entry', async (step, entries) => {
    const kill = await holdAt(stage.browser, step);
    const trying = refusalOf(app, 'tryCredential', { id }).catch(() => 'died');
    await kill();
    expect(await trying).not.toBeUndefined();
    expect(await trialsInHistory()).toHaveLength(entries);
    expect(await stored(stage.browser)).toMatchObject({ intents: 0 });
  });

  test('whose record was changed is told as damaged', async () => {
    await rewrite(stage.browser, 'credentials', ([record]) => {
      record?.parts.sign.secret.ciphertext.reverse();
    });
    expect(await refusalOf(app, 'tryCredential', { id })).toBe('record_damaged');
    await restore(stage.browser);
    expect(await trialsInHistory()).toHaveLength(4);
  });

  test('without its original files says that those were not looked at', async () => {
    await tell(app, 'importFiles', { ...filesOf(person()), keepFill: false });
    for (const request of [{ id }, { id, password: person().password }]) {
      const trial = await tell(app, 'tryCredential', request);
      expect(stepsOf(trial)).toEqual({ ...right, password: 'unknown originals_not_kept' });
    }
  });
});

test('an e.firma in memory is tried with its files, and written down', async () => {
  const { company } = stage.pki.credentials;
  const { card } = await tell(app, 'useFiles', filesOf(company));
  const before = await trialsInHistory();
  const trial = await tell(app, 'tryCredential', { id: card?.id ?? '' });
  expect(stepsOf(trial)).toEqual(right);
  expect(await trialsInHistory()).toHaveLength(before.length + 1);
});
