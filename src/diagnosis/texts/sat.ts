import { imssPortals, satPortals } from './portals.ts';
import type { TextPack, TextRow } from './text-pack.ts';

const login = {
  provenance: 'verbatim',
  source: 'SAT sign-in page, its script and public tests of it',
  node: '#divError',
} as const satisfies Partial<TextRow>;

const service = {
  provenance: 'verbatim',
  source: 'phpcfdi/sat-ws-descarga-masiva, docs/CodigosDeServicios.md',
} as const satisfies Partial<TextRow>;

const certifier = {
  provenance: 'verbatim',
  source: 'Published errors of certified providers (CANC307, CANC308)',
} as const satisfies Partial<TextRow>;

const renewal = {
  provenance: 'translated',
  source: 'kx.cloudingenium.com, errors when an e.firma is renewed',
} as const satisfies Partial<TextRow>;

/** What the SAT says; portals of the IMSS may pass its reasons on. */
export const satTexts: TextPack = {
  portals: [...satPortals, ...imssPortals],
  rows: [
    {
      text: 'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente',
      class: 'trio_invalid',
      ...login,
    },
    {
      text: 'Certificado, clave privada o contraseña de clave privada inválidos, verifique sus datos e intente nuevamente',
      class: 'trio_invalid',
      provenance: 'verbatim',
      source: 'Public client of the SAT sign-in page',
    },
    {
      text: 'No se puede acceder al aplicativo porque su E.FIRMA está revocada',
      class: 'revoked',
      ...login,
    },
    { text: 'Certificado Revocado', class: 'revoked', ...login },
    {
      text: 'No se puede acceder al aplicativo porque su E.FIRMA no está vigente',
      class: 'not_valid_date',
      ...login,
    },
    { text: 'Certificado Caduco', class: 'not_valid_date', ...login },
    {
      text: 'The File APIs are not fully supported in this browser',
      class: 'file_api',
      cause: 'brw.unsupported',
      ...login,
    },
    {
      text: 'El usuario no tiene privilegios',
      class: 'privileges',
      isOpen: true,
      provenance: 'verbatim',
      source: 'articulos.golsystems.mx 2024-10-28; todoconta.com/blog/efirma-sat',
    },
    { text: '300 Usuario no válido', class: 'not_registered', ...service },
    { text: '302 Sello mal formado', class: 'auth_generic', ...service },
    { text: '303 Sello no corresponde con RfcSolicitante', class: 'rfc_mismatch', ...service },
    { text: '304 Certificado revocado o caduco', class: 'revoked_or_expired', ...service },
    { text: '305 Certificado Inválido', class: 'cert_invalid', ...service },
    {
      text: '404 Error no controlado: Reintentar más tarde',
      class: 'service_unavailable',
      ...service,
    },
    {
      text: 'Llave privada no corresponde a certificado',
      class: 'key_mismatch',
      cause: 'key.mismatch',
      ...certifier,
    },
    { text: 'El Certificado no fue expedido por el SAT', class: 'cert_invalid', ...certifier },
    {
      text: 'Error al abrir el certificado, la contraseña es invalida',
      class: 'trio_invalid',
      provenance: 'verbatim',
      source: 'invoiceone.com.mx, errors of the seal',
    },
    {
      text: 'Es necesario cargar el certificado',
      class: 'file_absent',
      provenance: 'verbatim',
      source: 'Public client of the SAT sign-in page',
    },
    {
      text: 'Captcha no válido',
      class: 'captcha',
      cause: 'user.captcha',
      provenance: 'verbatim',
      source: 'Public client of the SAT sign-in page, by Contraseña',
    },
    { text: 'The certificate is not valid or has expired', class: 'not_valid_date', ...renewal },
    { text: 'Error reading private key', class: 'trio_invalid', ...renewal },
    { text: 'Incorrect password', class: 'trio_invalid', ...renewal },
    { text: 'An error occurred while processing your request', class: 'auth_generic', ...renewal },
    { text: 'Your certificate has been revoked', class: 'revoked', ...renewal },
  ],
};
