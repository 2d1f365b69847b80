import { validateChain, type ChainVerdict } from '../../../src/certificate/index.ts';
import {
  at,
  authority,
  authorityExtensions,
  certify,
  party,
  selfSigned,
  type CertificateForm,
  type TestCertificate,
} from './certificates.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from './extensions.ts';
import type { TestKey } from './keys.ts';
import type { OpensslQuestion } from './second-opinion.ts';

/** A chain to judge: under the one root, unless told. */
export interface ChainCase {
  leaf: TestCertificate;
  intermediates: readonly TestCertificate[];
  anchors?: readonly TestCertificate[];
  crls?: readonly Uint8Array[];
  policies?: boolean;
}

export const root = selfSigned(party('RAIZ DE PRUEBA'));
export const ac = authority(party('AC DE PRUEBA'), { issuer: root });
export const person = party('PERSONA DE PRUEBA');
export const leaf = certify(person, { issuer: ac });

/** A leaf that is made as told, under an ordinary authority. */
export function leafWith(form: Partial<CertificateForm>): ChainCase {
  return { leaf: certify(person, { issuer: ac, ...form }), intermediates: [ac] };
}

/** A leaf under an authority that is made as told. */
export function below(
  form: Partial<CertificateForm>,
  leafForm: Partial<CertificateForm> = {},
): ChainCase {
  const issuer = authority(ac, { issuer: root, ...form });
  return { leaf: certify(person, { issuer, ...leafForm }), intermediates: [issuer] };
}

/** A leaf under a root that is made as told. */
export function belowRoot(form: Partial<CertificateForm>): ChainCase {
  const anchor = selfSigned(root, form);
  return { leaf: certify(person, { issuer: anchor }), intermediates: [], anchors: [anchor] };
}

/** A leaf under an authority with this key. */
export function belowKey(key: TestKey): ChainCase {
  const issuer = authority(party('AC CON OTRA CLAVE', key), { issuer: root });
  return { leaf: certify(person, { issuer }), intermediates: [issuer] };
}

/**
 * A leaf below authorities of which each is issued by the one before, the first by the root. Key
 * identifiers tell openssl apart those that share a name.
 */
export function tower(
  forms: readonly Partial<CertificateForm & { name: string }>[],
  leafForm: Partial<CertificateForm> = {},
): ChainCase {
  const intermediates: TestCertificate[] = [];
  let issuer: TestCertificate = root;
  for (const [index, { name = `AC ${index}`, ...form }] of forms.entries()) {
    const subject = party(name);
    const extensions = [
      ...(form.extensions ?? authorityExtensions()),
      subjectKeyIdentifier(subject.key.spki),
      authorityKeyIdentifier({ spki: issuer.key.spki }),
    ];
    issuer = authority(subject, { issuer, ...form, extensions });
    intermediates.push(issuer);
  }
  const extensions = [
    ...(leafForm.extensions ?? []),
    authorityKeyIdentifier({ spki: issuer.key.spki }),
  ];
  return { leaf: certify(person, { issuer, ...leafForm, extensions }), intermediates };
}

export const limited = (pathLength: number) => ({ extensions: authorityExtensions(pathLength) });

export function judgeCase({
  leaf,
  intermediates,
  anchors = [root],
  crls,
}: ChainCase): Promise<ChainVerdict> {
  return validateChain({
    leaf: leaf.der,
    intermediates: intermediates.map(({ der }) => der),
    anchors: anchors.map(({ der }) => der),
    ...(crls && { crls }),
    at,
  });
}

export function questionOf({
  leaf,
  intermediates,
  anchors = [root],
  crls,
  policies,
}: ChainCase): OpensslQuestion {
  return {
    leaf: leaf.der,
    intermediates: intermediates.map(({ der }) => der),
    anchors: anchors.map(({ der }) => der),
    ...(crls && { crls }),
    ...(policies && { policies }),
    at,
  };
}
