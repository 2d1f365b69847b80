import type { TextPack, TextRow } from './text-pack.ts';

const certified = {
  provenance: 'verbatim',
  source: 'Published errors of certified providers (CANC306); invoiceone.com.mx',
} as const satisfies Partial<TextRow>;

const mifiel = {
  provenance: 'verbatim',
  source: 'guia.mifiel.com, errors when a document is signed',
} as const satisfies Partial<TextRow>;

/** What providers of invoices say: they want a seal (CSD) where they were given an e.firma. */
export const certifiedTexts: TextPack = {
  portals: ['pac'],
  rows: [
    {
      text: 'El certificado utilizado es de tipo FIEL No es un CSD',
      class: 'cert_invalid',
      cause: 'cert.wrong_file',
      ...certified,
    },
    {
      text: 'La llave utilizada para sellar debe corresponder a un CSD (no de FIEL)',
      class: 'cert_invalid',
      cause: 'cert.wrong_file',
      ...certified,
    },
  ],
};

/** What another service says of an e.firma that it is given to sign with. */
export const mifielTexts: TextPack = {
  portals: ['mifiel'],
  rows: [
    {
      text: 'La e.firma que seleccionaste está expirada o revocada',
      class: 'revoked_or_expired',
      ...mifiel,
    },
    { text: 'Esta e.firma está revocada', class: 'revoked', isOpen: true, ...mifiel },
    { text: 'Esta e.firma expiró', class: 'not_valid_date', ...mifiel },
    {
      text: 'Debes utilizar el archivo .key que corresponde al archivo .cer precargado',
      class: 'key_mismatch',
      cause: 'key.mismatch',
      ...mifiel,
    },
  ],
};
