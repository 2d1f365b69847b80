import type { OtherCertificate } from '../../../src/certificate/index.ts';
import { daysFrom } from '../../pki/dates.ts';
import { makeZip } from '../make-zip.ts';
import { cutTo, damagedAt, textFile } from './changed-bytes.ts';
import {
  onlyFiles,
  withFile,
  type Attempt,
  type Label,
  type Material,
  type Mistake,
} from './mistake.ts';
import { partOfCertificate, rebuilt, validity } from './rebuilt.ts';
import { shortKey } from './sealed-key.ts';

function set(
  id: string,
  what: string,
  label: Label,
  make: Mistake['make'],
  also: readonly Label[] = [],
): Mistake {
  return { id, what, part: 'set', label, also, make };
}

const corrupt = (detail: Label['detail']): Label => ({
  cause: 'cert.corrupt',
  ...(detail && { detail }),
});
const wrongFile = (detail: Label['detail']): Label => ({
  cause: 'cert.wrong_file',
  ...(detail && { detail }),
});
const mismatch = (detail: Label['detail']): Label => ({
  cause: 'key.mismatch',
  ...(detail && { detail }),
});

/** What is kept of `owner`, as if it were of the holder of `material`, `days` later. */
function keptAs(material: Material, owner: Material, days: number): OtherCertificate {
  const { rfc, kind, notBefore } = material.facts;
  return { rfc, kind, notBefore: daysFrom(notBefore, days), modulus: owner.facts.modulus };
}

/** The key of another with the certificate of the one, and something kept. */
function withOthersKey(attempt: Attempt, other: Material, kept: OtherCertificate): Attempt {
  const { options } = attempt;
  return {
    ...withFile(attempt, 'key', other.key),
    password: other.password,
    options: { ...options, others: [...(options.others ?? []), kept] },
  };
}

/** An e.firma of the same holder with another key and other dates. */
function renewalOf({ facts }: Material, { facts: { der } }: Material, days: number): Uint8Array {
  return rebuilt(facts.der, {
    publicKey: partOfCertificate(der, 'publicKey'),
    validity: validity(daysFrom(facts.notBefore, days), daysFrom(facts.notAfter, days)),
  });
}

export const setMistakes: readonly Mistake[] = [
  set('nada', 'Ningún archivo', wrongFile('no_files'), (attempt) => onlyFiles(attempt)),
  set('demasiados', 'Más de veinte archivos', wrongFile('too_many_files'), (attempt, m) =>
    onlyFiles(attempt, ...Array.from({ length: 21 }, () => m.certificate)),
  ),
  set('enorme', 'Un archivo enorme en lugar del .cer', wrongFile('too_large'), (attempt) =>
    withFile(attempt, 'cer', new Uint8Array(300_000)),
  ),
  set('dos-key', 'Dos .key y ningún .cer', wrongFile('two_keys'), (attempt, m, other) =>
    onlyFiles(attempt, m.key, other.key),
  ),
  set(
    'dos-vacios',
    'Los dos archivos están vacíos',
    corrupt('empty_file'),
    (attempt) => onlyFiles(attempt, textFile(''), textFile('')),
    [{ cause: 'key.corrupt', detail: 'empty_file' }],
  ),
  set('zip-sin-key', 'Un ZIP con sólo el .cer', corrupt('zip_no_key'), (attempt, m) =>
    onlyFiles(attempt, makeZip([{ name: 'mi.cer', content: m.certificate }])),
  ),
  set('zip-sin-cer', 'Un ZIP con sólo la .key', corrupt('zip_no_certificate'), (attempt, m) =>
    onlyFiles(attempt, makeZip([{ name: 'mi.key', content: m.key }])),
  ),
  set('zip-de-otra-cosa', 'Un ZIP sin nada de una e.firma', corrupt('zip'), (attempt) =>
    onlyFiles(attempt, makeZip([{ name: 'foto.txt', content: textFile('foto') }])),
  ),
  set(
    'zip-cortado',
    'Un ZIP cortado, con el .cer y la .key',
    corrupt('zip_truncated'),
    (attempt, m) =>
      onlyFiles(
        attempt,
        cutTo(
          makeZip([
            { name: 'mi.cer', content: m.certificate },
            { name: 'mi.key', content: m.key },
          ]),
          0.3,
        ),
      ),
  ),
  set('zip-con-cer-cortado', 'Un ZIP con el .cer cortado', corrupt('truncated'), (attempt, m) =>
    onlyFiles(
      attempt,
      makeZip([
        { name: 'mi.cer', content: cutTo(m.certificate, 0.4) },
        { name: 'mi.key', content: m.key },
      ]),
    ),
  ),
  set(
    'pfx-otra-contrasena',
    'Un .pfx con otra contraseña',
    { cause: 'pwd.wrong', detail: 'pkcs12' },
    (attempt, m) => ({ ...onlyFiles(attempt, m.pfx), password: 'Otra.Cosa.2024' }),
  ),
  set('pfx-espacio', 'Un .pfx y un espacio de más', { cause: 'pwd.spaces' }, (attempt, m) => ({
    ...onlyFiles(attempt, m.pfx),
    password: `${attempt.password} `,
  })),
  set('pfx-sin-clave', 'Un .pfx sin la clave', { cause: 'pfx.incomplete' }, (attempt, m) =>
    onlyFiles(attempt, m.pfxWithoutKey),
  ),
  set(
    'pfx-a-medias',
    'Un .pfx cortado',
    { cause: 'key.corrupt', detail: 'pfx_truncated' },
    (attempt, m) => onlyFiles(attempt, cutTo(m.pfx, 0.7)),
  ),
  set(
    'pfx-danado',
    'Un .pfx con un byte cambiado en su estructura',
    { cause: 'key.corrupt', detail: 'pfx_damaged' },
    (attempt, m) => onlyFiles(attempt, damagedAt(m.pfx, 22)),
  ),
  set(
    'clave-de-otro-rfc',
    'La .key de otro que está guardado',
    mismatch('another_holder'),
    (attempt, _, other) => withOthersKey(attempt, other, other.facts),
  ),
  set(
    'clave-anterior',
    'La .key anterior con el .cer nuevo',
    mismatch('old_key'),
    (attempt, m, other) => withOthersKey(attempt, other, keptAs(m, other, -900)),
  ),
  set(
    'certificado-anterior',
    'El .cer anterior con la .key nueva',
    mismatch('old_certificate'),
    (attempt, m, other) => withOthersKey(attempt, other, keptAs(m, other, 900)),
    [{ cause: 'cert.superseded' }],
  ),
  set('clave-de-sello', 'La .key de un sello guardado', mismatch('csd_key'), (attempt, m, other) =>
    withOthersKey(attempt, other, { ...keptAs(m, other, 0), kind: 'csd' }),
  ),
  set(
    'certificado-nuevo-sin-clave',
    'El par anterior y el .cer nuevo',
    { cause: 'cert.superseded', detail: 'newer_brought' },
    (attempt, m, other) => withFile(attempt, 'newer', renewalOf(m, other, 300)),
  ),
  set(
    'clave-corta',
    'Un certificado y una .key de 1,024 bits',
    { cause: 'cert.weak_alg', detail: 'small_key' },
    (attempt, { facts }) => {
      const { pkcs8, publicKey } = shortKey();
      return onlyFiles(attempt, rebuilt(facts.der, { publicKey }), pkcs8);
    },
  ),
];
