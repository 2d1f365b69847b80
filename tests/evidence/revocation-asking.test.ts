/** What a responder may do to whoever asks, over a real connection. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RevocationStatus } from '../../src/certificate/index.ts';
import { askInTurn } from '../../src/evidence/revocation/ask-in-turn.ts';
import {
  askRevocation,
  type RevocationQuestion,
} from '../../src/evidence/revocation/ask-revocation.ts';
import { usePki } from '../certificate/pki.ts';
import { startOcspResponder, type Credential } from '../pki/index.ts';
import { utcTime } from '../pki/issue.ts';
import type { OcspOptions } from '../pki/ocsp.ts';
import { openssl } from '../pki/openssl.ts';

const pki = usePki();

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

interface Heard {
  method: string | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** A server of one answer, and what it heard. */
async function serve(
  answer: (response: ServerResponse, body: Buffer) => unknown,
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      heard.push({ method: request.method, headers: request.headers, body });
      await answer(response, body);
    })();
  };
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`, heard };
}

/** A live `openssl ocsp`. */
async function respond(options: OcspOptions = {}): Promise<string> {
  const { url, stop } = await startOcspResponder(pki(), options);
  stops.push(stop);
  return url;
}

interface Asking {
  of?: Credential;
  signal?: AbortSignal;
  kind?: 'ocsp' | 'crl';
}

function ask(url: string, { of, signal, kind = 'ocsp' }: Asking = {}): Promise<RevocationStatus> {
  return askRevocation({ kind, url }, { ...questionOf(of), ...(signal && { signal }) });
}

function questionOf(leaf: Credential = pki().credentials.person): RevocationQuestion {
  return {
    certificate: new Uint8Array(leaf.readCertificate()),
    issuer: pki().authority.readCertificate(),
    at: new Date(),
  };
}

const unknown = (reason: string) => ({ status: 'unknown', reason });

test('a live responder: good, revoked, unknown', async () => {
  const { person, company, enie } = pki().credentials;
  const url = await respond({ good: [person], revoked: [company] });
  expect(await ask(url)).toMatchObject({ status: 'good' });
  expect(await ask(url, { of: company })).toMatchObject({
    status: 'revoked',
    reason: 'keyCompromise',
  });
  expect(await ask(url, { of: enie })).toEqual(unknown('unknown_to_responder'));
});

test('asks once, by POST, with no more than it needs; and never the same twice', async () => {
  const responder = await respond();
  const { url, heard } = await serve(async (response, body) => {
    const answer = await fetch(responder, { method: 'POST', body: new Uint8Array(body) });
    response.setHeader('set-cookie', 'quien=tú');
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  expect(await ask(url)).toMatchObject({ status: 'good' });
  expect(await ask(url)).toMatchObject({ status: 'good' });
  const [first, second] = heard;
  expect(heard).toHaveLength(2);
  expect(first).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
  });
  for (const name of ['cookie', 'referer', 'authorization']) {
    expect(second?.headers).not.toHaveProperty(name);
  }
  expect(first?.body.equals(second?.body ?? Buffer.of())).toBe(false);
  // Neither RFC nor CURP nor name.
  const { rfc, curp = '', legalName } = pki().credentials.person;
  for (const word of [rfc, curp, legalName]) expect(first?.body.includes(word)).toBe(false);
});

test('the answer to another question does not count', async () => {
  const responder = await respond();
  let kept: Buffer | undefined;
  const { url } = await serve(async (response, body) => {
    const answer = await fetch(responder, { method: 'POST', body: new Uint8Array(body) });
    kept ??= Buffer.from(await answer.arrayBuffer());
    response.end(kept);
  });
  expect(await ask(url)).toMatchObject({ status: 'good' });
  expect(await ask(url)).toEqual(unknown('nonce_mismatch'));
});

test('a responder that repeats no nonce is not believed', async () => {
  const withoutNonce = await serve(async (response, body) => {
    // The extensions are the last thing in a request.
    const at = body.indexOf(Buffer.from('2b0601050507300102', 'hex'));
    const blinded = Buffer.from(body);
    blinded[at + 8] = 0x63;
    const answer = await fetch(responder, { method: 'POST', body: new Uint8Array(blinded) });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  const responder = await respond();
  expect(await ask(withoutNonce.url)).toEqual(unknown('nonce_missing'));
});

const tenMegabytes = 10 * 1024 * 1024;

test.each<[string, (response: ServerResponse) => unknown, string]>([
  ['breaks', (response) => response.writeHead(500).end('no'), 'http_status'],
  ['is not there', (response) => response.writeHead(404).end('no'), 'http_status'],
  ['wants to know who asks', (response) => response.writeHead(401).end('no'), 'http_status'],
  ['says that nothing changed', (response) => response.writeHead(304).end(), 'redirected'],
  ['sends nothing', (response) => response.end(), 'malformed'],
  ['says garbage', (response) => response.end(Buffer.alloc(999, 7)), 'malformed'],
  ['is the page of a hotel', (response) => response.end('<!doctype html><form>'), 'malformed'],
  [
    'says that it cannot',
    (response) => response.end(Buffer.from('30030a0106', 'hex')),
    'responder_error',
  ],
  ['hangs up', (response) => response.destroy(), 'unreachable'],
  [
    'hangs up in the middle',
    (response) =>
      response.writeHead(200, { 'content-length': 99 }).write('0', () => response.destroy()),
    'unreachable',
  ],
  ['says far too much', (response) => response.end(Buffer.alloc(tenMegabytes)), 'too_large'],
  ['says a little too much', (response) => response.end(Buffer.alloc(65_537)), 'too_large'],
  ['says as much as there may be', (response) => response.end(Buffer.alloc(65_536)), 'malformed'],
])('one that %s', async (_, answer, reason) => {
  const { url, heard } = await serve(answer);
  expect(await ask(url)).toEqual(unknown(reason));
  expect(heard.length).toBeGreaterThan(0);
});

test.each([301, 302, 303, 307, 308])(
  'one that sends elsewhere (%i) is not followed',
  async (status) => {
    const elsewhere = await serve((response) => response.end());
    const { url } = await serve((response) =>
      response.writeHead(status, { location: elsewhere.url }).end(),
    );
    expect(await ask(url)).toEqual(unknown('redirected'));
    expect(elsewhere.heard).toEqual([]);
  },
);

test('nobody is there', async () => {
  const url = await respond();
  await stops.pop()?.();
  expect(await ask(url)).toEqual(unknown('unreachable'));
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ['is silent', () => undefined],
  ['stops in the middle', (response) => response.writeHead(200).write('0')],
])('one that %s is given eight seconds, and no more', async (_, answer) => {
  const { timeout } = AbortSignal;
  const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(100));
  const { url } = await serve(answer);
  expect(await ask(url)).toEqual(unknown('timeout'));
  expect(limit.mock.calls).toEqual([[8_000]]);
});

test('whoever asks may end it sooner', async () => {
  const { url } = await serve(() => undefined);
  expect(await ask(url, { signal: AbortSignal.abort() })).toEqual(unknown('timeout'));
});

test('what says more and more without end is not read to its end', async () => {
  let sent = 0;
  function* endless() {
    for (; sent < 10 * tenMegabytes; sent += 65_536) yield Buffer.alloc(65_536);
  }
  const { url } = await serve((response) => Readable.from(endless()).pipe(response));
  expect(await ask(url)).toEqual(unknown('too_large'));
  expect(sent).toBeLessThan(10 * tenMegabytes);
});

/** The list of all that the AC has revoked, made by openssl. */
async function listOf(revoked: readonly Credential[]): Promise<Buffer> {
  const { authority, directory } = pki();
  const folder = await mkdtemp(join(directory, 'list-'));
  const lines = revoked.map(({ serialNumber, notAfter }, line) =>
    ['R', utcTime(notAfter), `${utcTime(pki().now)},superseded`]
      .concat([Buffer.from(serialNumber).toString('hex'), 'unknown', `/CN=${line}\n`])
      .join('\t'),
  );
  const config = '[ca]\ndefault_ca = ca\n[ca]\ndatabase = index.txt\ndefault_md = sha256\n';
  await Promise.all([
    writeFile(join(folder, 'index.txt'), lines.join('')),
    writeFile(join(folder, 'ca.cnf'), config),
  ]);
  await openssl(
    ['ca', '-gencrl', '-config', 'ca.cnf', '-crldays', '1', '-out', 'list.pem'].concat([
      '-cert',
      authority.pemPath,
      '-keyfile',
      authority.keyPath,
    ]),
    { cwd: folder },
  );
  await openssl(['crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.crl'], { cwd: folder });
  return await readFile(join(folder, 'list.crl'));
}

test('a list is fetched without saying whom it is about: good, revoked', async () => {
  const { person, company } = pki().credentials;
  const list = await listOf([company]);
  const { url, heard } = await serve((response) => response.end(list));
  expect(await ask(url, { kind: 'crl', of: person })).toMatchObject({ status: 'good' });
  expect(await ask(url, { kind: 'crl', of: company })).toMatchObject({
    status: 'revoked',
    reason: 'superseded',
  });
  for (const { method, body } of heard) expect([method, body.length]).toEqual(['GET', 0]);
});

test.each<[string, (response: ServerResponse) => unknown, string]>([
  ['is too large', (response) => response.end(Buffer.alloc(2 * 1024 * 1024 + 1)), 'too_large'],
  [
    'is as large as there may be',
    (response) => response.end(Buffer.alloc(2 * 1024 * 1024)),
    'malformed',
  ],
  ['is not there', (response) => response.writeHead(404).end(), 'http_status'],
])('a list that %s', async (_, answer, reason) => {
  const { url } = await serve(answer);
  expect(await ask(url, { kind: 'crl' })).toEqual(unknown(reason));
});

describe('a responder, and after it a list', () => {
  const services = (responder: string, list: string) =>
    [
      { kind: 'ocsp', url: responder },
      { kind: 'crl', url: list },
    ] as const;
  const broken = () => serve((response) => response.writeHead(500).end());

  test('where the responder fails the list tells: good, revoked', async () => {
    const { person, company } = pki().credentials;
    const list = await listOf([company]);
    const [first, second] = [await broken(), await serve((response) => response.end(list))];
    const both = services(first.url, second.url);
    expect(await askInTurn(both, questionOf(person))).toMatchObject({
      status: 'good',
      asked: second.url,
    });
    expect(await askInTurn(both, questionOf(company))).toMatchObject({
      status: 'revoked',
      reason: 'superseded',
      asked: second.url,
    });
    expect([first.heard.length, second.heard.length]).toEqual([2, 2]);
  });

  test('where the responder knows the list is not asked', async () => {
    const { person, company } = pki().credentials;
    const responder = await respond({ good: [person], revoked: [company] });
    const list = await broken();
    const both = services(responder, list.url);
    expect(await askInTurn(both, questionOf(person))).toMatchObject({ status: 'good' });
    expect(await askInTurn(both, questionOf(company))).toMatchObject({
      status: 'revoked',
      reason: 'keyCompromise',
      asked: responder,
    });
    expect(list.heard).toEqual([]);
  });

  test('where neither knows, it is said why the first did not', async () => {
    const first = await broken();
    const second = await serve((response) => response.end('no list'));
    expect(await askInTurn(services(first.url, second.url), questionOf())).toEqual({
      status: 'unknown',
      reason: 'http_status',
      asked: first.url,
    });
    expect(second.heard).toHaveLength(1);
    expect(await askInTurn([], questionOf())).toEqual(unknown('no_responder'));
  });
});
