import { Refusal } from './refusal.ts';

/** Who says it. */
export type Speaker = 'widget' | 'imss' | 'idse' | 'sat';

/**
 * The sentences of the real portals, as far as they are known: what the server behind each of them
 * says. Of the widget itself none is known; `widget_*` are real sentences of pages around it, but for
 * `widget_revocation`, of which the real one is not known either.
 */
export const refusalTexts = {
  widget_trio: ['widget', 'La validación de la firma no pudo ser realizada'],
  widget_rfc: ['widget', 'El RFC ingresado es incorrecto'],
  widget_other_rfc: ['widget', 'El RFC ingresado no pertenece al usuario IMSS a firmar'],
  widget_service: [
    'widget',
    'Error de comunicación con el servicio de firma. Por favor, inténtalo de nuevo más tarde.',
  ],
  widget_revocation: [
    'widget',
    'No pudimos consultar con el SAT si tu e.firma está revocada. Inténtalo más tarde.',
  ],
  widget_revoked: ['widget', 'Certificado Revocado'],
  widget_expired: ['widget', 'Certificado Caduco'],
  imss_no_role: ['imss', 'El certificado utilizado no tiene un rol autorizado.'],
  imss_no_role_access: [
    'imss',
    'No cuenta con un rol autorizado para acceder al sistema. Favor de verificar',
  ],
  imss_unavailable: ['imss', 'Servicio no disponible. Reintente mas tarde'],
  imss_credentials: ['imss', 'Credenciales incorrectas o ha ocurrido un error inesperado.'],
  imss_authentication: ['imss', 'Error Authetication:::401'],
  imss_session: ['imss', 'Su sesión ha expirado. Por favor, vuelva a ingresar al sistema.'],
  imss_session_or_permission: [
    'imss',
    'Su sesión ha expirado o no cuenta con los permisos necesarios. Intente ingresar nuevamente.',
  ],
  imss_no_registration: [
    'imss',
    'Sesión inválida: No se encontró el Número de Registro IMSS en el Token.',
  ],
  imss_token: ['imss', 'Token inválido o expirado'],
  imss_user: ['imss', 'Usuario no autorizado'],
  idse_session: ['idse', '#01001 La sesión no es válida.'],
  idse_expired: ['idse', 'El certificado ya no está vigente'],
  idse_not_valid: ['idse', 'Digital certificate is not valid'],
  idse_certificate: ['idse', 'Error loading .cer certificate'],
  idse_key: ['idse', 'Error loading .key certificate'],
  idse_rfc: ['idse', 'Certificate RFC does not match employer registry'],
  idse_insecure: ['idse', 'Cannot establish secure connection'],
  sat_trio: [
    'sat',
    'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.',
  ],
  sat_revoked: ['sat', 'Certificado Revocado'],
  sat_expired: ['sat', 'Certificado Caduco'],
  sat_privileges: ['sat', 'El usuario no tiene privilegios para acceder al aplicativo del SAT'],
} as const satisfies Record<string, readonly [Speaker, string]>;

export type RefusalId = keyof typeof refusalTexts;

/** @throws Refusal when it is set that this speaker refuses. */
export function refuseIfSet(refusal: RefusalId | undefined, speaker: Speaker): void {
  if (!refusal) return;
  const [who, sentence] = refusalTexts[refusal];
  if (who === speaker) throw new Refusal(refusal, sentence);
}
