import type { TextPack, TextRow } from './text-pack.ts';

const translated = {
  provenance: 'translated',
  source: 'kx.cloudingenium.com, errors of IDSE',
} as const satisfies Partial<TextRow>;

/** What IDSE says. How it turns down a user and password is not known. */
export const idseTexts: TextPack = {
  portals: ['idse'],
  rows: [
    {
      text: '#01001',
      class: 'session_invalid',
      isOpen: true,
      node: '#imsgErrors',
      provenance: 'verbatim',
      source: 'Public scraper of IDSE: the code; what it means is inferred',
    },
    {
      text: 'El certificado ya no está vigente',
      class: 'not_valid_date',
      provenance: 'paraphrased',
      source: 'rellenardocumento.com, renewal of the certificate of IDSE',
    },
    { text: 'Digital certificate is not valid', class: 'not_valid_date', ...translated },
    { text: 'Error loading .cer certificate', class: 'trio_invalid', ...translated },
    { text: 'Error loading .key certificate', class: 'trio_invalid', ...translated },
    {
      text: 'Certificate RFC does not match employer registry',
      class: 'rfc_mismatch',
      ...translated,
    },
    { text: 'Timeout while signing', class: 'java_timeout', ...translated },
    { text: 'Cannot establish secure connection', class: 'insecure_conn', ...translated },
  ],
};
