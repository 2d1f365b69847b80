/** Sets of files that cannot work, each with the one mistake that its screen must name. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const zip = Buffer.from('504b0304140000000800', 'hex');
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
  html: (stage) => swapped(stage, 'cerPath', 'descarga.cer', html),
};
