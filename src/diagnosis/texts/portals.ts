import type { PortalId } from '../../portals/index.ts';

/** Places without a row of their own whose messages are known: a person may copy one from there. */
type Elsewhere = 'sat' | 'sideimss' | 'sipre' | 'clem' | 'pac' | 'mifiel';

/** Who may say a sentence. */
export type Speaker = PortalId | Elsewhere;

/** Whose words each of them speaks. IDSE has words of its own besides those of the institute. */
const families = {
  'escritorio-virtual': 'imss',
  'servicios-digitales': 'imss',
  'buzon-imss': 'imss',
  'buzon-tramites': 'imss',
  'replica-entrar': 'imss',
  sideimss: 'imss',
  sipre: 'imss',
  clem: 'imss',
  idse: 'imss',
  'sat-portal': 'sat',
  'sat-siat': 'sat',
  'sat-certisat': 'sat',
  'sat-facturas': 'sat',
  sat: 'sat',
  pac: 'provider',
  mifiel: 'provider',
} as const satisfies Record<Speaker, 'imss' | 'sat' | 'provider'>;

const familyOf = (family: 'imss' | 'sat'): readonly Speaker[] =>
  (Object.keys(families) as Speaker[]).filter((speaker) => families[speaker] === family);

/** Portals of the institute; the frame that signs is the same for several of them. */
export const imssPortals: readonly Speaker[] = familyOf('imss');

export const satPortals: readonly Speaker[] = familyOf('sat');
