import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credential } from './credential.ts';
import { daysFrom } from './dates.ts';
import type { Pki } from './index.ts';
import { issueCertificate, utcTime, type Signer } from './issue.ts';
import { openssl } from './openssl.ts';
import { asPem } from './pem.ts';

export interface OcspOptions {
  /** Answered `good`; every credential of the hierarchy unless told. */
  good?: readonly Credential[];
  /** Answered `revoked` since `revokedAt`. They win over `good`. */
  revoked?: readonly Credential[];
  /** The hierarchy's now unless told. */
  revokedAt?: Date;
  /** `keyCompromise` unless told; '' for none. */
  reason?: string;
  /**
   * Who signs: a delegate with EKU OCSPSigning unless told, the AC itself, a holder of the AC without
   * that usage (`unauthorised`), or another AC.
   */
  signer?: 'delegate' | 'issuer' | 'unauthorised' | 'stranger';
  /** More options of `openssl ocsp`, as `-resp_no_certs`, `-resp_key_id`, `-rmd sha512`. */
  flags?: readonly string[];
}

/** A running responder. A certificate that it was not told about is answered `unknown`. */
export interface OcspResponder {
  /** Takes POST of `application/ocsp-request` (RFC 6960 appendix A). */
  url: string;
  /** The delegate that signs the answers, DER, issued by the AC with EKU OCSPSigning. */
  delegate: Uint8Array;
  stop(): Promise<void>;
}

/** An OCSPResponse of status malformedRequest (RFC 6960 §4.2.1). */
const malformedRequest = Buffer.from('30030a0101', 'hex');

/**
 * Starts a responder on a free port of the loopback whose every answer is made by `openssl ocsp`.
 * A small server stands before openssl because `openssl ocsp -port` listens on every interface and
 * waits for ever on a connection that a browser opened in advance.
 * openssl dates its answers by the machine's clock and cannot be told another, so its delegate is
 * good from before until after both that and the hierarchy's now.
 */
export async function startOcspResponder(
  pki: Pki,
  options: OcspOptions = {},
): Promise<OcspResponder> {
  const folder = await mkdtemp(join(tmpdir(), 'firma-lista-ocsp-'));
  const usage = options.signer === 'unauthorised' ? 'emailProtection' : 'OCSPSigning';
  const [{ der: delegate, ...charged }] = await Promise.all([
    delegateOf(pki, usage),
    writeFile(join(folder, 'index.txt'), indexOf(pki, options)),
  ]);
  const signers = {
    delegate: charged,
    unauthorised: charged,
    issuer: pki.authority,
    stranger: pki.stranger,
  };
  const { pemPath, keyPath } = signers[options.signer ?? 'delegate'];
  const signing = ['-rsigner', pemPath, '-rkey', keyPath, ...(options.flags ?? [])];
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => answer(pki, folder, body, signing))
      .catch(() => malformedRequest)
      .then((body) => {
        response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(body);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`,
    delegate,
    async stop() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answer(
  pki: Pki,
  folder: string,
  request: Buffer,
  signing: readonly string[],
): Promise<Buffer> {
  const [requestFile, responseFile] = [randomUUID(), randomUUID()];
  await writeFile(join(folder, requestFile), request);
  await openssl(
    ['ocsp', '-index', 'index.txt', '-CA', pki.authority.pemPath]
      .concat(signing)
      .concat(['-reqin', requestFile, '-respout', responseFile]),
    { cwd: folder },
  );
  return readFile(join(folder, responseFile));
}

interface Delegate extends Signer {
  der: Uint8Array;
}

/** Its key takes the longest: one serves every responder of a hierarchy. */
const delegates = new WeakMap<Pki, Map<string, Promise<Delegate>>>();

function delegateOf(pki: Pki, usage: string): Promise<Delegate> {
  const known = delegates.get(pki) ?? new Map<string, Promise<Delegate>>();
  delegates.set(pki, known);
  const delegate = known.get(usage) ?? makeDelegate(pki, usage);
  known.set(usage, delegate);
  return delegate;
}

async function makeDelegate(pki: Pki, usage: string): Promise<Delegate> {
  const [pemPath, keyPath] = [
    join(pki.directory, `${usage}.pem`),
    join(pki.directory, `${usage}.key.pem`),
  ];
  const der = await issueDelegate(pki, keyPath, usage);
  await writeFile(pemPath, asPem(der));
  return { der, pemPath, keyPath };
}

function issueDelegate(pki: Pki, keyPath: string, usage: string): Promise<Uint8Array> {
  const clocks = [pki.now.getTime(), Date.now()];
  return issueCertificate({
    subject: [
      ['O', 'FIRMA LISTA (PRUEBAS)'],
      ['C', 'MX'],
      ['CN', 'Servicio OCSP de prueba'],
    ],
    strings: 'utf8',
    extensions: [
      'basicConstraints = critical,CA:FALSE',
      `extendedKeyUsage = ${usage}`,
      'subjectKeyIdentifier = hash',
      'authorityKeyIdentifier = keyid',
    ],
    serialNumber: pki.nextSerialNumber(),
    notBefore: daysFrom(new Date(Math.min(...clocks)), -1),
    notAfter: daysFrom(new Date(Math.max(...clocks)), 365),
    keyPath,
    issuer: pki.authority,
  });
}

/** openssl's text database: status, expiry, revocation, serial in hex, file, name. */
function indexOf(pki: Pki, { good, revoked = [], ...options }: OcspOptions): string {
  const { revokedAt = pki.now, reason = 'keyCompromise' } = options;
  const revocation = [utcTime(revokedAt), ...(reason ? [reason] : [])].join(',');
  const known = new Set([...(good ?? Object.values(pki.credentials)), ...revoked]);
  return [...known]
    .map((credential, line) => {
      const isRevoked = revoked.includes(credential);
      return [
        isRevoked ? 'R' : 'V',
        utcTime(credential.notAfter),
        isRevoked ? revocation : '',
        Buffer.from(credential.serialNumber).toString('hex'),
        'unknown',
        `/CN=${line}\n`,
      ].join('\t');
    })
    .join('');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
