import { describe, expect, test } from 'vitest';
import { keyRefusalOf, openPrivateKey } from '../../src/certificate/index.ts';
import { useKeyFiles } from './key-files.ts';

const files = useKeyFiles();
const password = 'una clave';

describe('keys of other kinds are told apart', () => {
  const curve = ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const edwards = ['genpkey', '-algorithm', 'ED25519'];
  const locked = ['-aes-256-cbc', '-pass', 'env:PASSWORD'];
  test.each([
    ['EC in clear', 'not_rsa', curve],
    ['EC enciphered', 'not_rsa', [...curve, ...locked]],
    ['Ed25519 in clear', 'not_rsa', edwards],
    ['Ed25519 enciphered', 'not_rsa', [...edwards, ...locked]],
    ['EC of the old form', 'not_rsa', ['ecparam', '-name', 'prime256v1', '-genkey']],
    [
      'EC of the old form, DER',
      'not_rsa',
      ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-outform', 'DER'],
    ],
  ])('%s', async (_, refusal, args) => {
    expect(await refusalOf(await files.make(args, password))).toEqual(['unsupported_key', refusal]);
  });

  test('PEM that is enciphered by its headers', async () => {
    const args = [
      'rsa',
      '-in',
      files.plainPath,
      '-traditional',
      '-aes128',
      '-passout',
      'env:PASSWORD',
    ];
    const made = await files.make(args, password);
    expect(await refusalOf(made)).toEqual(['unsupported_key', 'legacy_pem']);
    const crlf = Buffer.from(Buffer.from(made).toString().replaceAll('\n', '\r\n'));
    expect(await refusalOf(crlf)).toEqual(['unsupported_key', 'legacy_pem']);
  });

  test.each([
    ['OPENSSH PRIVATE KEY', 'unsupported_key', 'openssh'],
    ['DSA PRIVATE KEY', 'unsupported_key', 'not_rsa'],
    ['ANY PRIVATE KEY', 'unsupported_key', 'cipher'],
    ['PRIVATE KEY', 'not_a_private_key', undefined],
  ])('PEM of «%s» around what is no key', async (label, ...expected) => {
    const text = `-----BEGIN ${label}-----\naGVsbG8=\n-----END ${label}-----\n`;
    expect(await refusalOf(Buffer.from(text))).toEqual(expected);
  });

  test('PEM around what is no base64 is broken, not of the old kind', async () => {
    const text = '-----BEGIN RSA PRIVATE KEY-----\n¡hola!\n-----END RSA PRIVATE KEY-----\n';
    expect(await refusalOf(Buffer.from(text))).toEqual(['not_a_private_key', undefined]);
  });

  async function refusalOf(bytes: Uint8Array): Promise<unknown[]> {
    const error = await openPrivateKey(bytes, password).catch((thrown: unknown) => thrown);
    return [error instanceof Error && 'code' in error && error.code, keyRefusalOf(error)];
  }
});

test('what is no refusal tells none', () => {
  expect([new Error('x', { cause: 'cipher' }), 'cipher', undefined].map(keyRefusalOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
