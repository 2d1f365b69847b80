/** What is asked of an anchor that has no certificate, and of a leaf that is an anchor itself. */
import { expect, test } from 'vitest';
import { readChainCertificate } from '../../src/certificate/chain/chain-certificate.ts';
import { pathOf } from '../../src/certificate/chain/path.ts';
import { isIssuedByAuthorities } from '../../src/certificate/chain/rules/authority.ts';
import { trustPointOf } from '../../src/certificate/chain/trust-point.ts';
import { validateChain, type ChainAnchor } from '../../src/certificate/index.ts';
import { ac, leaf, person, root } from '../pki/chains/cases.ts';
import {
  at,
  certify,
  emptyName,
  party,
  selfSigned,
  type Party,
} from '../pki/chains/certificates.ts';
import { integer } from '../pki/chains/der.ts';
import { authorityKeyIdentifier } from '../pki/chains/extensions.ts';
import { ecKey, rsaKey } from '../pki/chains/keys.ts';

const pinned = ({ name, key }: Party): ChainAnchor => ({
  name,
  subjectPublicKeyInfo: key.spki,
});
const judge = (
  leaf: Uint8Array,
  anchors: readonly ChainAnchor[],
  intermediates: readonly Uint8Array[] = [],
) => validateChain({ leaf, intermediates, anchors, at });

test('a leaf that names the key of its issuer is traced to a name and a key', async () => {
  const extensions = [authorityKeyIdentifier({ spki: ac.key.spki })];
  const { der } = certify(person, { issuer: ac, extensions });
  expect(await judge(der, [pinned(ac)])).toMatchObject({ ok: true, path: [der] });
  const namesake = pinned({ ...ac, key: ecKey() });
  expect(await judge(der, [namesake, pinned(ac)])).toMatchObject({ ok: true, anchor: 1 });
});

test('a weak key is refused without a certificate too', async () => {
  const weak = party('AC DEBIL', rsaKey(768));
  const { der } = certify(person, { issuer: weak });
  expect(await judge(der, [pinned(weak)])).toMatchObject({ reason: 'weak_algorithm', at: 0 });
});

test('what nobody by name issued is refused, whoever has the key', async () => {
  const nobody = { name: emptyName, key: ecKey() };
  const { der } = certify(person, { issuer: nobody });
  expect(await judge(der, [pinned(nobody)])).toMatchObject({ reason: 'not_an_authority', at: 0 });
});

test('an anchor whose name is none is passed over', async () => {
  const anchors = [{ name: integer(5), subjectPublicKeyInfo: ac.key.spki }, pinned(ac)];
  expect(await judge(leaf.der, anchors)).toMatchObject({ ok: true, anchor: 1 });
});

test('a leaf that is an anchor is its own path', async () => {
  expect(await judge(root.der, [root.der])).toEqual({ ok: true, path: [root.der], anchor: 0 });
});

test('a leaf with the name and key of an anchor is not the anchor', async () => {
  expect(await judge(root.der, [pinned(root)])).toMatchObject({ reason: 'no_issuer', at: 0 });
});

test('a leaf that is an anchor and names another issuer is not accepted for its own signature', async () => {
  const self = party('YO');
  const { der } = certify(self, { issuer: { ...self, name: party('OTRA').name } });
  expect(await judge(der, [der])).toMatchObject({ reason: 'no_issuer', at: 0 });
});

test('a leaf that is an anchor and names itself is not accepted for the signature of another', async () => {
  const { der } = selfSigned(party('YO'), { signer: ecKey() });
  expect(await judge(der, [der])).toMatchObject({ reason: 'no_issuer', at: 0 });
});

test('of what is no certificate nothing is said, in PEM neither', async () => {
  const text = '-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n';
  expect(await judge(Buffer.from(text), [root.der])).toMatchObject({ reason: 'malformed', at: 0 });
});

test('of version 1 a root may be, and no authority below it', () => {
  const old = selfSigned(root, { version: 1, extensions: [] });
  const [subject, issuer] = [certify(person, { issuer: old }), old].map(({ der }) =>
    readChainCertificate(der),
  ) as [ReturnType<typeof readChainCertificate>, ReturnType<typeof readChainCertificate>];
  const asAnchor = pathOf({ certificates: [subject], anchor: trustPointOf(issuer) }, at);
  expect(isIssuedByAuthorities(asAnchor)).toBeUndefined();
  const above = trustPointOf(readChainCertificate(selfSigned(root).der));
  const below = pathOf({ certificates: [subject, issuer], anchor: above }, at);
  expect(isIssuedByAuthorities(below)).toEqual({ reason: 'not_an_authority', at: 1 });
});
