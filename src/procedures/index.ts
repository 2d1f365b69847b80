import afiliacion from './afiliacion.ts';
import citas from './citas.ts';
import declaraciones from './declaraciones.ts';
import facturas from './facturas.ts';
import firma from './firma.ts';
import pagos from './pagos.ts';
import patrones from './patrones.ts';
import pension from './pension.ts';
import prestamos from './prestamos.ts';
import salud from './salud.ts';
import semanas from './semanas.ts';
import type { Procedure } from './procedure.ts';

export * from './procedure.ts';

const rows = [
  ...citas,
  ...salud,
  ...afiliacion,
  ...semanas,
  ...pension,
  ...patrones,
  ...declaraciones,
  ...facturas,
  ...pagos,
  ...prestamos,
  ...firma,
] as const;

export type ProcedureId = (typeof rows)[number]['id'];

export type KnownProcedure = Procedure & { id: ProcedureId };

/** Every kind of procedure that people come for, by group. */
export const procedures: readonly KnownProcedure[] = rows;
