/** The texts that are public, by who says them: what each comes to, and that nobody else says it. */
import { describe, expect, test } from 'vitest';
import { recogniseText, textClasses, type TextClass } from '../../src/diagnosis/index.ts';
import { textPacks } from '../../src/diagnosis/texts/index.ts';
import { textsVersion } from '../../src/diagnosis/texts/texts-version.ts';
import { portals } from '../../src/portals/index.ts';

/** In the order of the catalogue; two of them are no failure, and are passed over. */
const catalogue: readonly (readonly [number, string, string, TextClass | undefined])[] = [
  [
    1,
    'sat',
    'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.',
    'trio_invalid',
  ],
  [
    2,
    'sat',
    'Certificado, clave privada o contraseña de clave privada inválidos, verifique sus datos e intente nuevamente.',
    'trio_invalid',
  ],
  [3, 'sat', 'No se puede acceder al aplicativo porque su E.FIRMA está revocada.', 'revoked'],
  [3, 'sat', 'Certificado Revocado', 'revoked'],
  [
    4,
    'sat',
    'No se puede acceder al aplicativo porque su E.FIRMA no está vigente.',
    'not_valid_date',
  ],
  [4, 'sat', 'Certificado Caduco', 'not_valid_date'],
  [5, 'sat', 'The File APIs are not fully supported in this browser.', 'file_api'],
  [6, 'sat', 'El usuario no tiene privilegios para acceder al aplicativo del SAT', 'privileges'],
  [7, 'sat', '300 Usuario no válido', 'not_registered'],
  [8, 'sat', '302 Sello mal formado', 'auth_generic'],
  [9, 'sat', '303 Sello no corresponde con RfcSolicitante', 'rfc_mismatch'],
  [10, 'sat', '304 Certificado revocado o caduco', 'revoked_or_expired'],
  [11, 'sat', '305 Certificado Inválido', 'cert_invalid'],
  [12, 'sat', '404 Error no controlado: Reintentar más tarde', 'service_unavailable'],
  [13, 'sat', 'Llave privada no corresponde a certificado', 'key_mismatch'],
  [14, 'pac', 'El certificado utilizado es de tipo FIEL No es un CSD', 'cert_invalid'],
  [
    14,
    'pac',
    'La llave utilizada para sellar debe corresponder a un CSD (no de FIEL)',
    'cert_invalid',
  ],
  [15, 'sat', 'El Certificado no fue expedido por el SAT', 'cert_invalid'],
  [16, 'sat', 'Error al abrir el certificado, la contraseña es invalida.', 'trio_invalid'],
  [17, 'mifiel', 'La e.firma que seleccionaste está expirada o revocada', 'revoked_or_expired'],
  [18, 'mifiel', 'Esta e.firma está revocada', 'revoked'],
  [
    18,
    'mifiel',
    'Esta e.firma expiró. Por favor utiliza los archivos de una e.firma vigente',
    'not_valid_date',
  ],
  [
    19,
    'mifiel',
    'Debes utilizar el archivo .key que corresponde al archivo .cer precargado',
    'key_mismatch',
  ],
  [20, 'sideimss', 'Servicio no disponible. Reintente mas tarde', 'service_unavailable'],
  [21, 'sideimss', 'Credenciales incorrectas o ha ocurrido un error inesperado.', 'auth_generic'],
  [22, 'sideimss', 'Error Authetication[:::401]', 'auth_generic'],
  [23, 'sideimss', 'El certificado utilizado no tiene un rol autorizado.', 'no_role'],
  [
    24,
    'sideimss',
    'No cuenta con un rol autorizado para acceder al sistema. Favor de verificar',
    'no_role',
  ],
  [
    25,
    'sideimss',
    'Su sesión ha expirado. Por favor, vuelva a ingresar al sistema.',
    'session_invalid',
  ],
  [
    25,
    'sideimss',
    'Su sesión ha expirado. Por favor, ingrese nuevamente al portal.',
    'session_invalid',
  ],
  [
    26,
    'sideimss',
    'Su sesión ha expirado o no cuenta con los permisos necesarios. Intente ingresar nuevamente.',
    'session_invalid',
  ],
  [
    27,
    'sideimss',
    'Sesión inválida: No se encontró el Número de Registro IMSS en el Token.',
    'no_imss_number',
  ],
  [28, 'sideimss', 'Token inválido o expirado', 'session_invalid'],
  [28, 'sideimss', 'No se pudo obtener el token de seguridad.', 'session_invalid'],
  [
    29,
    'sideimss',
    'Error de comunicación con el servicio de firma. Por favor, inténtalo de nuevo más tarde.',
    'widget_unavailable',
  ],
  [30, 'sideimss', 'Error al generar la petición de firma electrónica.', 'service_unavailable'],
  [31, 'sideimss', 'Error en el proceso de firma electrónica', 'auth_generic'],
  [31, 'sideimss', 'Error en el proceso de firma electrónica: Certificado Revocado', 'revoked'],
  [32, 'sideimss', 'Ocurrió un error al procesar la respuesta de la firma.', 'answer_unread'],
  [
    33,
    'sideimss',
    'Error al iniciar el proceso de firma: no se encontró el iframe.',
    'frame_missing',
  ],
  [
    34,
    'sideimss',
    'Faltan datos de usuario o de la solicitud para iniciar la firma. Recarga la página.',
    'session_invalid',
  ],
  [35, 'sideimss', 'Proceso de firma cancelado.', undefined],
  [36, 'sideimss', 'No se pudo identificar el RFC de la sesión.', 'session_invalid'],
  [37, 'clem', 'El RFC ingresado es incorrecto', 'rfc_mismatch'],
  [38, 'clem', 'El RFC ingresado no pertenece al usuario IMSS a firmar', 'rfc_mismatch'],
  [39, 'idse', '#01001 La sesión es inválida', 'session_invalid'],
  [40, 'idse', 'El certificado ya no está vigente', 'not_valid_date'],
  [
    41,
    'escritorio-virtual',
    'Si ya te encuentras registrado y cambiaste tu e.firma o CURP da clic aquí',
    undefined,
  ],
  [42, 'sipre', 'La CURP ingresada no es correcta, por favor verifica.', 'curp_wrong'],
  [42, 'sipre', 'Usuario no autorizado', 'no_role'],
  [43, 'idse', 'Digital certificate is not valid', 'not_valid_date'],
  [44, 'idse', 'Error loading .cer certificate', 'trio_invalid'],
  [44, 'idse', 'Error loading .key certificate', 'trio_invalid'],
  [45, 'idse', 'Certificate RFC does not match employer registry', 'rfc_mismatch'],
  [46, 'idse', 'Cannot establish secure connection', 'insecure_conn'],
  [47, 'idse', 'Timeout while signing', 'java_timeout'],
  [48, 'sat', 'The certificate is not valid or has expired', 'not_valid_date'],
  [48, 'sat', 'Error reading private key', 'trio_invalid'],
  [48, 'sat', 'Incorrect password', 'trio_invalid'],
  [48, 'sat', 'An error occurred while processing your request', 'auth_generic'],
  [48, 'sat', 'Your certificate has been revoked', 'revoked'],
  [49, 'sat', 'Es necesario cargar el certificado', 'file_absent'],
  [50, 'buzon-imss', 'Tu conexión no es privada', 'insecure_conn'],
  [50, 'buzon-imss', 'No se puede acceder a este sitio web', 'unreachable'],
];

test('the catalogue has fifty texts', () => {
  expect(new Set(catalogue.map(([number]) => number)).size).toBe(50);
});

test.each(catalogue)('%i (%s): %s', (_, speaker, text, textClass) => {
  expect(recogniseText(speaker, text)?.class).toBe(textClass);
});

test.each([
  ['Portal en mantenimiento.', 'maintenance'],
  ['El sistema se encuentra en mantenimiento', 'maintenance'],
  ['Portal en mantenimiento el próximo domingo', undefined],
  ['Consulta las fechas de mantenimiento', undefined],
])('a notice in the place of a portal: %s', (text, textClass) => {
  expect(recogniseText('idse', text)?.class).toBe(textClass);
});

const speakers = [...new Set(textPacks.flatMap((pack) => pack.portals))];

describe('on the page of another', () => {
  test.each(textPacks.map(({ portals: own, rows }) => [own.join(' '), own, rows] as const))(
    'nothing is heard of what only these say: %s',
    (_, own, rows) => {
      const others = [...speakers, 'banco'].filter(
        (speaker) => !own.some((each) => each === speaker),
      );
      for (const { text } of rows) {
        for (const other of others) {
          const alsoKnown = textPacks.some(
            (pack) =>
              pack.portals.some((each) => each === other) &&
              pack.rows.some((row) => row.text === text),
          );
          if (!alsoKnown) expect(recogniseText(other, text), `${other}: ${text}`).toBeUndefined();
        }
      }
    },
  );
});

test('each row says its portal, its class and where it was read', () => {
  const known = new Set<string>(portals.map(({ id }) => id));
  expect(textPacks.every((pack) => pack.portals.length > 0)).toBe(true);
  expect(speakers.filter((speaker) => known.has(speaker)).length).toBeGreaterThan(5);
  for (const { text, class: textClass, source, provenance } of textPacks.flatMap(
    ({ rows }) => rows,
  )) {
    expect(textClasses, text).toContain(textClass);
    expect(source.length, text).toBeGreaterThan(5);
    expect(provenance, text).toBeTruthy();
  }
});

test('the packs carry the day of their last change', () => {
  expect(textsVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
