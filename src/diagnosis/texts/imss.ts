import { imssPortals } from './portals.ts';
import type { TextPack, TextRow } from './text-pack.ts';

const sideimss = {
  provenance: 'verbatim',
  source: 'jrpjaime/sideimss @b5bb1596, 2026-02-10',
} as const satisfies Partial<TextRow>;

const clem = {
  provenance: 'verbatim',
  source: 'Public script of IMSS CLEM',
} as const satisfies Partial<TextRow>;

const sipre = {
  provenance: 'verbatim',
  source: 'mtzehector/imssSipreAngularREQ1 @88631c45, 2025-11-11',
} as const satisfies Partial<TextRow>;

const browserPage = {
  provenance: 'believed',
  source: 'Title of the page of Chrome and Edge for it, as a person copies it',
} as const satisfies Partial<TextRow>;

/** What pages of the IMSS say, and the frame that signs for them. */
export const imssTexts: TextPack = {
  portals: imssPortals,
  rows: [
    {
      text: 'Servicio no disponible. Reintente mas tarde',
      class: 'service_unavailable',
      cause: 'portal.down',
      ...sideimss,
    },
    { text: 'Servicio no disponible', class: 'service_unavailable', ...sideimss },
    {
      text: 'Credenciales incorrectas o ha ocurrido un error inesperado',
      class: 'auth_generic',
      ...sideimss,
    },
    { text: 'Error Authetication', class: 'auth_generic', isOpen: true, ...sideimss },
    {
      text: 'El certificado utilizado no tiene un rol autorizado',
      class: 'no_role',
      cause: 'acc.no_role',
      ...sideimss,
    },
    {
      text: 'No cuenta con un rol autorizado para acceder al sistema',
      class: 'no_role',
      cause: 'acc.no_role',
      ...sideimss,
    },
    { text: 'Su sesión ha expirado', class: 'session_invalid', ...sideimss },
    {
      text: 'Su sesión ha expirado o no cuenta con los permisos necesarios',
      class: 'session_invalid',
      ...sideimss,
    },
    {
      text: 'Sesión inválida: No se encontró el Número de Registro IMSS en el Token',
      class: 'no_imss_number',
      cause: 'acc.no_imss_number',
      ...sideimss,
    },
    { text: 'Token inválido o expirado', class: 'session_invalid', ...sideimss },
    { text: 'No se pudo obtener el token de seguridad', class: 'session_invalid', ...sideimss },
    {
      text: 'Error de comunicación con el servicio de firma',
      class: 'widget_unavailable',
      cause: 'portal.widget_down',
      ...sideimss,
    },
    {
      text: 'Error en el proceso de firma electrónica',
      class: 'auth_generic',
      isOpen: true,
      yields: true,
      ...sideimss,
    },
    {
      text: 'Ocurrió un error al procesar la respuesta de la firma',
      class: 'answer_unread',
      ...sideimss,
    },
    {
      text: 'Error al iniciar el proceso de firma: no se encontró el iframe',
      class: 'frame_missing',
      ...sideimss,
    },
    {
      text: 'Error al generar la petición de firma electrónica',
      class: 'service_unavailable',
      ...sideimss,
    },
    {
      text: 'Faltan datos de usuario o de la solicitud para iniciar la firma',
      class: 'session_invalid',
      ...sideimss,
    },
    { text: 'No se pudo identificar el RFC de la sesión', class: 'session_invalid', ...sideimss },
    {
      text: 'El RFC ingresado es incorrecto',
      class: 'rfc_mismatch',
      cause: 'acc.rfc_mismatch',
      ...clem,
    },
    {
      text: 'El RFC ingresado no pertenece al usuario IMSS a firmar',
      class: 'rfc_mismatch',
      cause: 'acc.rfc_mismatch',
      ...clem,
    },
    {
      text: 'La CURP ingresada no es correcta, por favor verifica',
      class: 'curp_wrong',
      cause: 'acc.curp_wrong',
      ...sipre,
    },
    { text: 'Usuario no autorizado', class: 'no_role', ...sipre },
    { text: 'Tu conexión no es privada', class: 'insecure_conn', ...browserPage },
    { text: 'La conexión no es privada', class: 'insecure_conn', ...browserPage },
    { text: 'No se puede acceder a este sitio web', class: 'unreachable', ...browserPage },
    { text: 'No se puede acceder a este sitio', class: 'unreachable', ...browserPage },
  ],
};
