import type { TextPack, TextRow } from './text-pack.ts';

const replica = {
  provenance: 'replica-only',
  source: 'replica/',
} as const satisfies Partial<TextRow>;

/** About the e.firma itself. */
const aboutCertificate: readonly TextRow[] = [
  {
    text: 'Este certificado es un sello digital (CSD), para facturar',
    class: 'is_csd',
    cause: 'cert.is_csd',
    ...replica,
  },
  { text: 'Este certificado no es una e.firma', class: 'cert_invalid', ...replica },
  { text: 'Este certificado lo emitió', class: 'cert_invalid', isOpen: true, ...replica },
  {
    text: 'Tu e.firma es válida a partir del',
    class: 'not_valid_date',
    cause: 'cert.not_yet',
    isOpen: true,
    ...replica,
  },
];

/** What our own replica of the portals says: the real sentences of the frame are not known. */
export const replicaTexts: TextPack = {
  portals: [
    'buzon-imss',
    'buzon-tramites',
    'replica-entrar',
    'escritorio-virtual',
    'servicios-digitales',
  ],
  rows: [
    ...aboutCertificate,
    {
      text: 'La clave privada (.key) no es la de este certificado',
      class: 'key_mismatch',
      cause: 'key.mismatch',
      ...replica,
    },
    {
      text: 'La contraseña de la clave privada no es correcta',
      class: 'trio_invalid',
      cause: 'pwd.wrong',
      ...replica,
    },
    {
      text: 'El RFC que escribiste no es el del certificado',
      class: 'rfc_mismatch',
      cause: 'acc.rfc_mismatch',
      ...replica,
    },
    {
      text: 'Pusiste la clave privada (.key) en el lugar del certificado',
      class: 'trio_invalid',
      cause: 'cert.wrong_file',
      ...replica,
    },
    {
      text: 'El archivo .cer no es un certificado',
      class: 'trio_invalid',
      cause: 'cert.corrupt',
      ...replica,
    },
    {
      text: 'El archivo .key no es una clave privada',
      class: 'trio_invalid',
      cause: 'key.corrupt',
      ...replica,
    },
    {
      text: 'Tu e.firma venció el',
      class: 'not_valid_date',
      cause: 'cert.expired',
      isOpen: true,
      ...replica,
    },
    {
      text: 'Este portal no dio el reto que viene en la respuesta',
      class: 'auth_generic',
      ...replica,
    },
    {
      text: 'No pudimos consultar con el SAT si tu e.firma está revocada',
      class: 'revocation_unavailable',
      cause: 'portal.revocation_service',
      ...replica,
    },
    { text: 'Esta respuesta ya se usó una vez', class: 'session_invalid', ...replica },
    { text: 'Pasaron más de cinco minutos', class: 'session_invalid', ...replica },
    {
      text: 'El componente de firma no validó esta entrada, o ya se usó',
      class: 'session_invalid',
      ...replica,
    },
  ],
};

/** What it says as IDSE, besides the words that are known of IDSE. */
export const replicaIdseTexts: TextPack = {
  portals: ['idse'],
  rows: [
    ...aboutCertificate,
    {
      text: 'No hay ninguna cuenta de IDSE con este RFC',
      class: 'idse_credentials',
      cause: 'acc.idse_user',
      ...replica,
    },
    {
      text: 'El usuario o la contraseña de IDSE no son correctos',
      class: 'idse_credentials',
      cause: 'acc.idse_user',
      ...replica,
    },
    {
      text: 'La llave privada no se abre con esta contraseña',
      class: 'trio_invalid',
      cause: 'pwd.wrong',
      ...replica,
    },
    { text: 'La firma no viene como IDSE la espera', class: 'auth_generic', ...replica },
    { text: 'La firma trae atributos que IDSE no pide', class: 'auth_generic', ...replica },
    { text: 'La firma no está hecha con RSA y SHA-256', class: 'auth_generic', ...replica },
    { text: 'La firma no dice ser la de su certificado', class: 'auth_generic', ...replica },
    { text: 'La firma no es correcta', class: 'auth_generic', ...replica },
    { text: 'Lo que llegó no es una firma con su contenido', class: 'auth_generic', ...replica },
  ],
};
