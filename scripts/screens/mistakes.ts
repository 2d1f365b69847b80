/** Sets of files that cannot work, each with the one mistake that its screen must name. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openssl } from '../../tests/pki/openssl.ts';
import type { Stage } from '../stage.ts';

export interface Brought {
  paths: readonly string[];
  password: string;
}

async function written(
  { directory }: Stage,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const folder = join(directory, 'mistakes');
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The person's own files, with another in the place of one of them. */
async function swapped(
  stage: Stage,
  place: 'cerPath' | 'keyPath',
  name: string,
  content: string | Uint8Array,
): Promise<Brought> {
  const { cerPath, keyPath, password } = stage.pki.credentials.person;
  const paths = { cerPath, keyPath, [place]: await written(stage, name, content) };
  return { paths: [paths.cerPath, paths.keyPath], password };
}

async function certificateRequest(stage: Stage): Promise<string> {
  const path = await written(stage, 'Requerimiento_FIEL.req', '');
  const subject = ['-subj', '/CN=XIMENA PRUEBA LISTA', '-outform', 'DER', '-out', path];
  await openssl(
    ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${path}.pem`].concat(subject),
  );
  return path;
}

/** A ZIP in which there is nothing but a letter. */
const zip = zipSync({ 'carta.txt': strToU8('Comprar pan.') });

/** The same as a program would leave it that asks for a password: all its headers say so. */
function withPassword(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const flags = { '504b0304': 6, '504b0102': 8 };
  for (const [signature, offset] of Object.entries(flags)) {
    const at = bytes.indexOf(Buffer.from(signature, 'hex'));
    bytes.writeUInt16LE(bytes.readUInt16LE(at + offset) | 1, at + offset);
  }
  return bytes;
}

async function pfxWithoutKey(stage: Stage): Promise<string> {
  const path = await written(stage, 'Respaldo.pfx', '');
  const { cerPath, password } = stage.pki.credentials.person;
  await openssl(['x509', '-inform', 'DER', '-in', cerPath, '-out', `${path}.pem`]);
  const made = ['pkcs12', '-export', '-nokeys', '-in', `${path}.pem`, '-out', path];
  await openssl([...made, '-passout', `pass:${password}`]);
  return path;
}
const html = '<!doctype html><html><title>Tu sesión terminó</title></html>';

export const mistakes: Record<string, (stage: Stage) => Brought | Promise<Brought>> = {
  'no-files': ({ pki }) => ({ paths: [], password: pki.credentials.person.password }),
  'not-a-certificate': (stage) => swapped(stage, 'cerPath', 'notas.cer', 'Comprar pan.\n'),
  'wrong-pair': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath, credentials.personAes.keyPath],
    password: credentials.personAes.password,
  }),
  'wrong-password': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath, credentials.person.keyPath],
    password: 'no es ésta',
  }),
  'no-password': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath, credentials.person.keyPath],
    password: '',
  }),
  'caps-lock': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath, credentials.person.keyPath],
    password: credentials.person.password.toUpperCase(),
  }),
  csd: ({ pki: { credentials } }) => ({
    paths: [credentials.csd.cerPath, credentials.csd.keyPath],
    password: credentials.csd.password,
  }),
  'empty-file': (stage) => swapped(stage, 'cerPath', 'certificado.cer', ''),
  'empty-key': (stage) => swapped(stage, 'keyPath', 'clave.key', ''),
  'too-large': async (stage) => ({
    paths: [await written(stage, 'vacaciones.cer', new Uint8Array(50 * 1024 ** 2))],
    password: stage.pki.credentials.person.password,
  }),
  'two-certificates': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath, credentials.enie.cerPath],
    password: credentials.person.password,
  }),
  'only-the-key': ({ pki: { credentials } }) => ({
    paths: [credentials.person.keyPath],
    password: credentials.person.password,
  }),
  'only-the-certificate': ({ pki: { credentials } }) => ({
    paths: [credentials.person.cerPath],
    password: credentials.person.password,
  }),
  'a-request': async (stage) => ({
    paths: [await certificateRequest(stage), stage.pki.credentials.person.keyPath],
    password: stage.pki.credentials.person.password,
  }),
  truncated: (stage) =>
    swapped(
      stage,
      'cerPath',
      'certificado.cer',
      stage.pki.credentials.person.readCertificate().subarray(0, 900),
    ),
  'truncated-key': (stage) =>
    swapped(
      stage,
      'keyPath',
      'clave.key',
      stage.pki.credentials.person.readPrivateKey().subarray(0, 700),
    ),
  zip: (stage) => swapped(stage, 'cerPath', 'e.firma.cer', zip),
  'zip-cut': async (stage) => ({
    paths: [await written(stage, 'e.firma.zip', zip.subarray(0, 70))],
    password: stage.pki.credentials.person.password,
  }),
  'zip-with-password': async (stage) => ({
    paths: [await written(stage, 'e.firma.zip', withPassword(zip))],
    password: stage.pki.credentials.person.password,
  }),
  'pfx-without-key': async (stage) => ({
    paths: [await pfxWithoutKey(stage)],
    password: stage.pki.credentials.person.password,
  }),
  'csd-and-wrong-password': ({ pki: { credentials } }) => ({
    paths: [credentials.csd.cerPath, credentials.csd.keyPath],
    password: 'no es ésta',
  }),
  html: (stage) => swapped(stage, 'cerPath', 'descarga.cer', html),
};
