import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { readDer, sequenceOf, type DerNode } from '../../../src/certificate/asn1/der.ts';
import type { VerdictDetail } from '../../../src/certificate/index.ts';
import { makeZip } from '../make-zip.ts';
import { cutTo, damagedAt, extended, pemOf, textFile } from './changed-bytes.ts';
import { withFile, withoutFile, type Attempt, type Material, type Mistake } from './mistake.ts';
import { requestFor } from './other-files.ts';
import { ellipticKey, sealedKey } from './sealed-key.ts';

const part = 'key';

function broken(
  id: string,
  what: string,
  detail: VerdictDetail,
  change: (material: Material) => Uint8Array,
): Mistake {
  const label = { cause: 'key.corrupt', detail } as const;
  const make: Mistake['make'] = (attempt, material) => withFile(attempt, 'key', change(material));
  return { id: `key-${id}`, what, part, label, make };
}

function unsupported(
  id: string,
  what: string,
  detail: VerdictDetail | undefined,
  change: (material: Material, attempt: Attempt) => Uint8Array,
): Mistake {
  return {
    id: `key-${id}`,
    what,
    part,
    label: { cause: 'key.unsupported', ...(detail && { detail }) },
    make: (attempt, material) => withFile(attempt, 'key', change(material, attempt)),
  };
}

/** The object identifier that follows `found` octets, with its last one exchanged. */
function withOctets(bytes: Uint8Array, found: string, put: string): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  if (!hex.includes(found)) throw new Error(`no ${found} in this key`);
  return Buffer.from(hex.replace(found, put), 'hex');
}

/** PBKDF2, and what makes it another, unknown derivation. */
const pbkdf2 = '06092a864886f70d01050c';

/** The same key, asking for a thousand million iterations. */
function withManyIterations({ key }: Material): Uint8Array {
  const [scheme, encrypted] = sequenceOf(readDer(new Uint8Array(key)));
  const [pbes2, parameters] = sequenceOf(scheme);
  const [derivation, cipher] = sequenceOf(parameters);
  const [derivationId, derivationParameters] = sequenceOf(derivation);
  const [salt, , ...rest] = sequenceOf(derivationParameters);
  const inSequence = (...nodes: readonly (Uint8Array | DerNode | undefined)[]) =>
    encodeDer(
      0x30,
      ...nodes.flatMap((node) => (node && 'whole' in node ? node.whole : (node ?? []))),
    );
  const many = Uint8Array.from([2, 4, 0x3b, 0x9a, 0xca, 0]);
  const asked = inSequence(derivationId, inSequence(salt, many, ...rest));
  return inSequence(inSequence(pbes2, inSequence(asked, cipher)), encrypted);
}

export const keyMistakes: readonly Mistake[] = [
  broken('vacia', 'La .key está vacía', 'empty_file', () => textFile('')),
  broken('pagina', 'La .key es una página guardada', 'html', () => textFile('<html><body>')),
  broken('a-medias', 'La .key está cortada a la mitad', 'truncated', (m) => cutTo(m.key, 0.5)),
  broken('casi-entera', 'A la .key le falta el último byte', 'truncated', (m) =>
    m.key.subarray(0, -1),
  ),
  broken('texto-a-medias', 'A la .key en texto (PEM) le falta el final', 'truncated', (m) =>
    cutTo(pemOf(m.key, 'ENCRYPTED PRIVATE KEY'), 0.5),
  ),
  broken('con-sobrante', 'A la .key le sobran datos al final', 'extra_bytes', (m) =>
    extended(m.key),
  ),
  broken('danada', 'La .key tiene un byte cambiado en su estructura', 'damaged', (m) =>
    damagedAt(m.key, 33),
  ),
  broken('zip-sin-nada', 'En lugar de la .key, un ZIP con otra cosa', 'zip', () =>
    makeZip([{ name: 'acuse.txt', content: textFile('acuse') }]),
  ),
  broken('zip-cifrado', 'En lugar de la .key, un ZIP con contraseña', 'zip_encrypted', (m) =>
    makeZip([{ name: 'mi.key', content: m.key, flags: 1 }]),
  ),
  broken('zip-cortado', 'En lugar de la .key, un ZIP cortado', 'zip_truncated', (m) =>
    cutTo(makeZip([{ name: 'mi.key', content: m.key }]), 0.6),
  ),
  broken('ilegible', 'En lugar de la .key, datos sin forma', 'not_recognised', () =>
    Uint8Array.from({ length: 1298 }, (_, index) => (index * 89 + 131) % 256),
  ),
  broken('como-texto', 'Un programa abrió la .key como texto y la guardó', 'mangled_text', (m) =>
    textFile(Buffer.from(m.key).toString('utf8')),
  ),
  broken(
    'en-la-nube',
    'La .key tiene su tamaño y sólo ceros',
    'cloud_placeholder',
    (m) => new Uint8Array(m.key.length),
  ),
  broken('en-blanco', 'La .key sólo tiene espacios', 'blank', () => textFile(' '.repeat(90))),
  broken('rar', 'En lugar de la .key, un RAR', 'rar_or_7z', () =>
    Buffer.from('Rar!\u001a\u0007\u0000 contents', 'latin1'),
  ),
  {
    id: 'key-pdf',
    what: 'En lugar de la .key, un PDF',
    part,
    label: { cause: 'key.missing', detail: 'other_file' },
    make: (attempt) => withFile(attempt, 'key', textFile('%PDF-1.7\n'.padEnd(500, 'acuse '))),
  },
  unsupported('ssh', 'En lugar de la .key, una clave de SSH', 'openssh', () =>
    textFile(`ssh-rsa ${'AAAAB3NzaC1yc2E'.repeat(20)} yo@equipo`),
  ),
  {
    id: 'key-sin',
    what: 'Sólo el .cer',
    part,
    label: { cause: 'key.missing' },
    make: (attempt) => withoutFile(attempt, 'key'),
  },
  {
    id: 'key-req',
    what: 'En lugar de la .key, el .req',
    part,
    label: { cause: 'key.missing', detail: 'other_file' },
    make: (attempt, { facts }) => withFile(attempt, 'key', requestFor(facts.der)),
  },
  {
    id: 'key-otro-cer',
    what: 'En lugar de la .key, otro .cer',
    part,
    label: { cause: 'key.missing', detail: 'two_certificates' },
    make: (attempt, _, other) => withFile(attempt, 'key', other.certificate),
  },
  unsupported('derivacion', 'La .key está protegida de una forma desconocida', undefined, (m) =>
    withOctets(m.key, pbkdf2, '06092a864886f70d010563'),
  ),
  unsupported('eliptica', 'La .key es de curva elíptica', 'not_rsa', (_, { password }) =>
    ellipticKey(password),
  ),
  unsupported('iteraciones', 'La .key pide un trabajo enorme', 'too_many_iterations', (m) =>
    withManyIterations(m),
  ),
  unsupported('texto-antiguo', 'La .key es un PEM de formato antiguo', 'legacy_pem', () =>
    textFile(
      [
        '-----BEGIN RSA PRIVATE KEY-----',
        'Proc-Type: 4,ENCRYPTED',
        'DEK-Info: DES-EDE3-CBC,0123456789ABCDEF',
        '',
        'bm90aGluZyBhdCBhbGw=',
        '-----END RSA PRIVATE KEY-----',
      ].join('\n'),
    ),
  ),
  {
    id: 'key-de-otro',
    what: 'La .key es de otra persona, y también la contraseña',
    part,
    label: { cause: 'key.mismatch' },
    make: (attempt, _, other) => ({
      ...withFile(attempt, 'key', other.key),
      password: other.password,
    }),
  },
  {
    id: 'key-codificacion',
    what: 'La contraseña con eñe se guardó en otra codificación (Latin-1)',
    part,
    label: { cause: 'pwd.encoding' },
    make: (attempt, { plainKey }) => ({
      ...withFile(attempt, 'key', sealedKey(plainKey, Buffer.from('señal de humo', 'latin1'))),
      password: 'señal de humo',
    }),
  },
  {
    id: 'key-codificacion-mac',
    what: 'La contraseña con acento se guardó descompuesta (NFD)',
    part,
    label: { cause: 'pwd.encoding' },
    make: (attempt, { plainKey }) => ({
      ...withFile(attempt, 'key', sealedKey(plainKey, Buffer.from('canción'.normalize('NFD')))),
      password: 'canción',
    }),
  },
  {
    id: 'key-codificacion-windows',
    what: 'La contraseña con € se guardó en otra codificación (Windows)',
    part,
    label: { cause: 'pwd.encoding' },
    make: (attempt, { plainKey }) => ({
      ...withFile(attempt, 'key', sealedKey(plainKey, Buffer.from([0x80, 0x75, 0x72, 0x6f]))),
      password: '€uro',
    }),
  },
];
