import type { PortalId } from '../portals/index.ts';

/** In the order in which they are shown. */
export const procedureGroups = [
  'citas',
  'salud',
  'afiliacion',
  'semanas',
  'pension',
  'patrones',
  'declaraciones',
  'facturas',
  'pagos',
  'prestamos',
  'firma',
] as const;

export type ProcedureGroup = (typeof procedureGroups)[number];

/** What one of the ways to do it asks for. `unconfirmed`: no public source says it. */
export type Need = 'efirma' | 'curp_nss' | 'password' | 'id' | 'unconfirmed';

/** What to have at hand. */
export type Thing =
  | 'efirma'
  | 'curp'
  | 'nss'
  | 'rfc'
  | 'email'
  | 'phone'
  | 'id'
  | 'address'
  | 'birth'
  | 'clabe'
  | 'registro'
  | 'idse'
  | 'afore'
  | 'payslips'
  | 'sat_status'
  | 'usb'
  | 'deed'
  | 'power'
  | 'representative';

export type Office = 'clinic' | 'subdelegation' | 'bank' | 'sat';

/** One thing that people want of the IMSS, or of the SAT for it. */
export interface Procedure {
  readonly id: string;
  readonly group: ProcedureGroup;
  /** Each is a way of its own; the first is the easiest. */
  readonly needs: readonly [Need, ...Need[]];
  /** Its official page, where a public source names one. */
  readonly link?: `https://${string}`;
  /** The portal whose sign-in leads to it. */
  readonly portal?: PortalId;
  readonly inPerson: Office;
  readonly have: readonly Thing[];
}
