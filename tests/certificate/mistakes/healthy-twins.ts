import { makeZip } from '../make-zip.ts';
import { pemOf, textFile } from './changed-bytes.ts';
import { healthy, onlyFiles, withFile, type Attempt, type Material } from './mistake.ts';
import { requestFor } from './other-files.ts';

/** Ways to bring what is right, none of which may cost anybody a cause. */
export interface Twin {
  /** For people, in Spanish. */
  what: string;
  appliesTo?(material: Material, other: Material): boolean;
  make(material: Material, other: Material): Attempt;
}

export const healthyTwins: readonly Twin[] = [
  { what: 'Los dos archivos como son', make: healthy },
  {
    what: 'Los dos en texto (PEM)',
    make: (m) =>
      onlyFiles(
        healthy(m),
        pemOf(m.certificate, 'CERTIFICATE'),
        pemOf(m.key, 'ENCRYPTED PRIVATE KEY'),
      ),
  },
  {
    what: 'Una .key sin contraseña',
    make: (m) => onlyFiles(healthy(m), m.certificate, m.plainKey),
  },
  {
    what: 'Cada uno con el nombre del otro',
    make: (m) => ({
      ...healthy(m),
      files: [
        { role: 'cer', bytes: m.certificate, name: 'mi.key' },
        { role: 'key', bytes: m.key, name: 'mi.cer' },
      ],
    }),
  },
  {
    what: 'En un ZIP, junto con el acuse',
    make: (m) =>
      onlyFiles(
        healthy(m),
        makeZip([
          { name: 'acuse.pdf', content: textFile('%PDF-1.7') },
          { name: 'carpeta/mi.key', content: m.key },
          { name: 'carpeta/mi.cer', content: m.certificate },
        ]),
      ),
  },
  {
    what: 'En un ZIP al que sólo le falta el final',
    make: (m) => {
      const archive = makeZip([
        { name: 'mi.cer', content: m.certificate },
        { name: 'mi.key', content: m.key },
      ]);
      return onlyFiles(healthy(m), archive.subarray(0, archive.length - 30));
    },
  },
  {
    what: 'La .key en un ZIP y el .cer aparte',
    make: (m) =>
      withFile(healthy(m), 'key', makeZip([{ name: 'x', content: m.key, stored: true }])),
  },
  { what: 'Un .pfx', make: (m) => onlyFiles(healthy(m), m.pfx) },
  {
    what: 'Un .pfx sin la clave y la .key aparte',
    make: (m) => onlyFiles(healthy(m), m.pfxWithoutKey, m.key),
  },
  { what: 'Un .pfx y además los dos archivos', make: (m) => withFile(healthy(m), 'pfx', m.pfx) },
  {
    what: 'También el .pfx de otra persona',
    appliesTo: (m, other) => m.password !== other.password,
    make: (m, other) => withFile(healthy(m), 'pfx', other.pfx),
  },
  {
    what: 'También el .cer de otra persona',
    make: (m, other) => withFile(healthy(m), 'other', other.certificate),
  },
  {
    what: 'También el .req, una nota y un archivo vacío',
    make: (m) => {
      const withRequest = withFile(healthy(m), 'req', requestFor(m.certificate));
      return withFile(withFile(withRequest, 'note', textFile('nota')), 'empty', textFile(''));
    },
  },
  {
    what: 'Ya guardada, con la anterior y la de otra persona',
    make: (m, other) => {
      const { rfc, kind, notBefore, modulus } = m.facts;
      const earlier = { rfc, kind, notBefore: new Date(0), modulus: other.facts.modulus };
      const others = [{ rfc, kind, notBefore, modulus }, earlier, other.facts];
      return { ...healthy(m), options: { others } };
    },
  },
  {
    what: 'Para IDSE, donde también sirve lo que emite el IMSS',
    make: (m) => ({ ...healthy(m), options: { purpose: 'idse', portal: 'idse' } }),
  },
  {
    what: 'En un equipo con la hora mal puesta',
    make: (m) => ({ ...healthy(m), options: { computerTime: new Date(0) } }),
  },
];
