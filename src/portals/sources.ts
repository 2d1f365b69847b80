/** Where each fact of each row comes from: for the documents, and no part of the extension. */
import { sources as buzonImss } from './buzon-imss.ts';
import { sources as buzonTramites } from './buzon-tramites.ts';
import { sources as escritorioVirtual } from './escritorio-virtual.ts';
import { sources as idse } from './idse.ts';
import { sources as replicaEntrar } from './replica-entrar.ts';
import { sources as satCertisat } from './sat-certisat.ts';
import { sources as satFacturas } from './sat-facturas.ts';
import { sources as satPortal } from './sat-portal.ts';
import { sources as satSiat } from './sat-siat.ts';
import { sources as serviciosDigitales } from './servicios-digitales.ts';
import type { PortalId } from './index.ts';
import type { Source } from './portal.ts';

export const sourcesOf: Readonly<Record<PortalId, readonly Source[]>> = {
  'buzon-imss': buzonImss,
  'buzon-tramites': buzonTramites,
  'escritorio-virtual': escritorioVirtual,
  idse,
  'replica-entrar': replicaEntrar,
  'sat-certisat': satCertisat,
  'sat-facturas': satFacturas,
  'sat-portal': satPortal,
  'sat-siat': satSiat,
  'servicios-digitales': serviciosDigitales,
};
