import type { ProcedureId } from '../procedures/index.ts';
import type { SourceId } from './sources.ts';

/** How one comes by a signature. */
interface Way {
  /** What to have at hand, where, and its official page. */
  readonly procedure: ProcedureId;
  /** How many steps its words have. */
  readonly steps: number;
  readonly sources: readonly SourceId[];
}

/** Every way to a signature that an institution gives. */
export const ways = [
  {
    procedure: 'efirma-nueva',
    steps: 4,
    sources: ['sat-efirma', 'sat-simplified', 'sat-free'],
  },
  {
    procedure: 'efirma-empresa',
    steps: 4,
    sources: ['sat-efirma', 'sat-company', 'sat-representative'],
  },
  {
    procedure: 'renovar-efirma',
    steps: 4,
    sources: ['sat-simplified', 'sat-id'],
  },
  {
    procedure: 'renovar-efirma-vencida',
    steps: 4,
    sources: ['sat-id', 'sat-expired'],
  },
  {
    procedure: 'certificado-idse',
    steps: 4,
    sources: ['imss-certificate', 'idse-efirma'],
  },
] as const satisfies readonly Way[];

export type KnownWay = (typeof ways)[number];

export type WayId = KnownWay['procedure'];
