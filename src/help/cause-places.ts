import type { CauseId, CheckGroup } from '../diagnosis/index.ts';

/** Where causes lie, in the order in which they are shown: as the checks do, or in what was done. */
export const causePlaces = [
  'certificate',
  'account',
  'portal',
  'site_data',
  'browser',
  'extensions',
  'computer',
  'connection',
  'person',
] as const satisfies readonly (CheckGroup | 'person')[];

type CausePlace = (typeof causePlaces)[number];

type Family = CauseId extends `${infer Head}.${string}` ? Head : never;

const places: Readonly<Record<Family, CausePlace>> = {
  cert: 'certificate',
  key: 'certificate',
  pfx: 'certificate',
  pwd: 'certificate',
  cred: 'certificate',
  acc: 'account',
  portal: 'portal',
  session: 'site_data',
  cache: 'site_data',
  sw: 'site_data',
  token: 'site_data',
  brw: 'browser',
  set: 'browser',
  ext: 'extensions',
  clk: 'computer',
  os: 'computer',
  net: 'connection',
  tls: 'connection',
  user: 'person',
};

/** Ids are families and names, with a dot between them. */
export function placeOfCause(id: CauseId): CausePlace {
  return places[id.split('.')[0] as Family];
}
