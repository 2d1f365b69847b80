/**
 * Where the facts come from. Titles are in the locale, by id; the addresses, which may move, in
 * `docs/fuentes.md`.
 */
export const sources = [
  'sat-efirma',
  'sat-faq',
  'sat-simplified',
  'sat-company',
  'sat-representative',
  'sat-id',
  'sat-free',
  'sat-expired',
  'imss-certificate',
  'idse-efirma',
  'imss-app',
  'simple-law',
  'no-java',
  'no-explorer',
] as const;

export type SourceId = (typeof sources)[number];
