import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { readDer, sequenceOf } from '../../../src/certificate/asn1/der.ts';
import type { FileFormat, VerdictDetail } from '../../../src/certificate/index.ts';
import { makeZip } from '../make-zip.ts';
import { cutTo, damagedAt, extended, pemOf, textFile } from './changed-bytes.ts';
import { withFile, withoutFile, type Material, type Mistake } from './mistake.ts';
import { requestFor, revocationList, sealRequest, signedDocument } from './other-files.ts';
import { nameOf, partOfCertificate, rebuilt } from './rebuilt.ts';

type Change = (material: Material) => Uint8Array;

const part = 'certificate';

function broken(id: string, what: string, detail: VerdictDetail, change: Change): Mistake {
  const label = { cause: 'cert.corrupt', detail } as const;
  const make: Mistake['make'] = (attempt, material) => withFile(attempt, 'cer', change(material));
  return { id: `cer-${id}`, what, part, label, make };
}

function wrong(id: string, what: string, detail: VerdictDetail, change: Change): Mistake {
  return { ...broken(id, what, detail, change), label: { cause: 'cert.wrong_file', detail } };
}

const page = '<!DOCTYPE html>\n<html><body>Su sesión ha expirado</body></html>';
const sha1WithRsa = encodeDer(
  0x30,
  Uint8Array.from([0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5, 0x05, 0]),
);

/** The last octet of the public exponent made even. */
function withEvenExponent({ certificate }: Material): Uint8Array {
  const publicKey = new Uint8Array(partOfCertificate(certificate, 'publicKey'));
  publicKey[publicKey.length - 1] = 0;
  return rebuilt(certificate, { publicKey });
}

/** A public exponent of 40 bits. */
function withLongExponent({ certificate, facts }: Material): Uint8Array {
  const [algorithm] = sequenceOf(readDer(partOfCertificate(certificate, 'publicKey')));
  const numbers = encodeDer(
    0x30,
    encodeDer(0x02, Uint8Array.of(0, ...facts.modulus)),
    encodeDer(0x02, Uint8Array.of(0x7f, 0, 0, 0, 1)),
  );
  const publicKey = encodeDer(
    0x30,
    algorithm?.whole ?? new Uint8Array(),
    encodeDer(0x03, Uint8Array.of(0, ...numbers)),
  );
  return rebuilt(facts.der, { publicKey });
}

/** `basicConstraints` that says nothing, alone. */
const noExtensions = encodeDer(0xa3, encodeDer(0x30, Buffer.from('30090603551d1304023000', 'hex')));

/** As a CSD has them: basicConstraints, and a keyUsage that only signs. */
const sealExtensions = encodeDer(
  0xa3,
  encodeDer(0x30, Buffer.from('300c0603551d130101ff04023000300b0603551d0f0404030206c0', 'hex')),
);

/** What people pick by mistake, and how it begins. */
const otherFormats: readonly (readonly [FileFormat, string, string])[] = [
  ['pdf', 'un PDF', '%PDF-1.7\n'],
  ['image', 'una foto', '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF'],
  ['office', 'un documento de Word', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['shortcut', 'un acceso directo', 'L\u0000\u0000\u0000\u0001\u0014\u0002\u0000'],
  ['program', 'un programa', 'MZ\u0090\u0000\u0003'],
  ['audio_or_video', 'una nota de voz', 'OggS\u0000\u0002'],
  ['java_keystore', 'un almacén de Java', '\u00fe\u00ed\u00fe\u00ed\u0000\u0000\u0000\u0002'],
  ['openssh_key', 'una clave de SSH', 'ssh-rsa AAAAB3NzaC1yc2E '],
  ['email', 'un correo', 'Return-Path: <a@b.mx>\r\nReceived: from b.mx\r\n\r\n'],
  ['xml', 'una factura (XML)', '<?xml version="1.0"?>\n<cfdi:Comprobante Version="4.0">'],
  ['json', 'la respuesta de una página', '{"error": "sesión expirada", "texto": "'],
  ['text', 'una nota con la contraseña', 'La contraseña es: 12345678a\n'],
];

export const certificateMistakes: readonly Mistake[] = [
  broken('vacio', 'El .cer está vacío', 'empty_file', () => textFile('')),
  broken('pagina', 'El .cer es una página guardada', 'html', () => textFile(page)),
  broken('a-medias', 'El .cer está cortado a la mitad', 'truncated', (m) =>
    cutTo(m.certificate, 0.5),
  ),
  broken('casi-entero', 'Al .cer le falta el último byte', 'truncated', (m) =>
    m.certificate.subarray(0, -1),
  ),
  broken('texto-a-medias', 'Al .cer en texto (PEM) le falta el final', 'truncated', (m) =>
    cutTo(pemOf(m.certificate, 'CERTIFICATE'), 0.5),
  ),
  broken('con-sobrante', 'Al .cer le sobran datos al final', 'extra_bytes', (m) =>
    extended(m.certificate),
  ),
  broken('danado', 'El .cer tiene un byte cambiado en su estructura', 'damaged', (m) =>
    damagedAt(m.certificate, 41),
  ),
  broken('zip-sin-nada', 'En lugar del .cer, un ZIP con otra cosa', 'zip', () =>
    makeZip([{ name: 'acuse.txt', content: textFile('acuse') }]),
  ),
  broken('zip-roto', 'En lugar del .cer, un ZIP cortado', 'zip_truncated', (m) =>
    cutTo(makeZip([{ name: 'mi.cer', content: m.certificate }]), 0.6),
  ),
  broken('zip-cifrado', 'En lugar del .cer, un ZIP con contraseña', 'zip_encrypted', (m) =>
    makeZip([{ name: 'mi.cer', content: m.certificate, flags: 1 }]),
  ),
  wrong('sin-forma', 'En lugar del .cer, datos sin forma', 'not_recognised', () =>
    Uint8Array.from({ length: 900 }, (_, index) => (index * 73 + 129) % 256),
  ),
  wrong('req', 'En lugar del .cer, el .req', 'certificate_request', (m) => requestFor(m.facts.der)),
  wrong('ren', 'En lugar del .cer, el .ren', 'renewal_request', (m) =>
    signedDocument(requestFor(m.facts.der)),
  ),
  wrong('sdg', 'En lugar del .cer, el .sdg', 'sdg', sealRequest),
  wrong('firmado', 'En lugar del .cer, un documento firmado', 'cms', () =>
    signedDocument(textFile('Contrato')),
  ),
  wrong('lista', 'En lugar del .cer, una lista de revocados', 'crl', (m) =>
    revocationList(m.facts.der),
  ),
  wrong('del-imss', 'El certificado lo emitió el IMSS', 'imss_certificate', (m) =>
    rebuilt(m.facts.der, {
      issuer: nameOf('INSTITUTO MEXICANO DEL SEGURO SOCIAL', 'AC DEL IMSS'),
    }),
  ),
  wrong('otro-certificado', 'El certificado no es de una e.firma', 'not_efirma', (m) =>
    rebuilt(m.facts.der, { extensions: noExtensions }),
  ),
  broken('como-texto', 'Un programa abrió el .cer como texto y lo guardó', 'mangled_text', (m) =>
    textFile(Buffer.from(m.certificate).toString('utf8')),
  ),
  broken(
    'en-la-nube',
    'El .cer tiene su tamaño y sólo ceros',
    'cloud_placeholder',
    (m) => new Uint8Array(m.certificate.length),
  ),
  broken('en-blanco', 'El .cer sólo tiene espacios', 'blank', () => textFile(' \n '.repeat(40))),
  broken('rar', 'En lugar del .cer, un RAR', 'rar_or_7z', () =>
    Buffer.from('Rar!\u001a\u0007\u0000 contents', 'latin1'),
  ),
  ...otherFormats.map(([format, noun, start]) =>
    wrong(format.replaceAll('_', '-'), `En lugar del .cer, ${noun}`, format, () =>
      Buffer.from(start.padEnd(600, 'firma '), 'latin1'),
    ),
  ),
  {
    id: 'cer-sin',
    what: 'Sólo la .key',
    part,
    label: { cause: 'cert.wrong_file', detail: 'no_certificate' },
    make: (attempt) => withoutFile(attempt, 'cer'),
  },
  {
    id: 'cer-de-sello',
    what: 'El certificado y la .key son de un sello digital (CSD)',
    part,
    label: { cause: 'cert.is_csd' },
    make: (attempt, { facts }) =>
      withFile(attempt, 'cer', rebuilt(facts.der, { extensions: sealExtensions })),
  },
  {
    id: 'cer-sha1',
    what: 'El certificado está firmado con SHA-1',
    part,
    label: { cause: 'cert.weak_alg', detail: 'old_hash' },
    make: (attempt, { facts }) =>
      withFile(attempt, 'cer', rebuilt(facts.der, { algorithm: sha1WithRsa })),
  },
  {
    id: 'cer-exponente',
    what: 'La clave pública del certificado no protege nada',
    part,
    label: { cause: 'cert.weak_alg', detail: 'small_exponent' },
    make: (attempt, material) => withFile(attempt, 'cer', withEvenExponent(material)),
  },
  {
    id: 'cer-exponente-largo',
    what: 'La clave pública del certificado tiene una forma que ningún navegador acepta',
    part,
    label: { cause: 'cert.weak_alg', detail: 'large_exponent' },
    make: (attempt, material) => withFile(attempt, 'cer', withLongExponent(material)),
  },
];
