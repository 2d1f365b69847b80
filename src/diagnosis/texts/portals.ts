/** Portals of the institute; the frame that signs is the same for several of them. */
export const imssPortals: readonly string[] = [
  'buzon-imss',
  'replica-entrar',
  'escritorio',
  'sideimss',
  'sipre',
  'clem',
  'idse',
];
