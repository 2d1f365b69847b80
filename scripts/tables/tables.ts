/** The tables of the documents that are made out of lists and of the words in the locale. */
import { causeOrder } from '../../src/certificate/index.ts';
import { causes, checks, repairIds } from '../../src/diagnosis/index.ts';
import type { MessageKey } from '../../src/i18n.ts';
import { portals, type Portal, type PortalId, type Strategy } from '../../src/portals/index.ts';
import { sourcesOf } from '../../src/portals/sources.ts';
import { healthyTwins } from '../../tests/certificate/mistakes/healthy-twins.ts';
import { mistakes } from '../../tests/certificate/mistakes/index.ts';
import { accuracyTables } from '../accuracy/accuracy-tables.ts';
import { say } from '../say.ts';

export interface Table {
  path: string;
  /** What stands between `<!-- name -->` and `<!-- /name -->`. */
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const underscored = (id: string): string => id.replaceAll(/[.-]/g, '_');
const code = (id: string | undefined): string => (id === undefined ? '' : `\`${id}\``);
const words = (key: string): string => say(key as MessageKey).replaceAll('|', '\\|');

const ways: Record<Strategy, string> = {
  bridge: 'La página pide la firma (API de página)',
  native: 'Firma el acceso; tu clave no entra a la página',
  fill: 'Llena el formulario del portal',
};

function waysInto({ strategies }: Portal): string {
  return strategies.map((strategy) => ways[strategy]).join('. Si no: ');
}

/** The days on which its facts were read, first and last. */
function readOn(id: PortalId): string {
  const dates = sourcesOf[id].map(({ date }) => date).toSorted();
  return [...new Set([dates[0], dates.at(-1)])].join(' a ');
}

export const tables: readonly Table[] = [
  {
    path: 'README.md',
    name: 'portals',
    head: ['id', 'Qué es', 'Cómo se entra', 'Datos leídos', 'Comprobado en el portal real'],
    rows: portals.map((portal) => [
      code(portal.id),
      `${words(`portal_${underscored(portal.id)}_name`)} (\`${portal.host}\`)`,
      waysInto(portal),
      readOn(portal.id),
      'replicaOnly' in portal ? 'No aplica' : (portal.verified ?? 'No'),
    ]),
  },
  {
    path: 'README.md',
    name: 'checks',
    head: ['id', 'Qué revisa'],
    rows: checks.map(({ id }) => [code(id), words(`finding_${underscored(id)}`)]),
  },
  {
    path: 'README.md',
    name: 'repairs',
    head: ['id', 'Qué hace', 'Qué se pierde'],
    rows: repairIds.map((id) => [
      code(id),
      words(`repair_${underscored(id)}_what`),
      words(`repair_${underscored(id)}_loses`),
    ]),
  },
  {
    path: 'docs/causas.md',
    name: 'causes',
    head: ['Clave', 'Qué pasa', 'Qué hacer', 'Reparación', 'Cómo se sabe'],
    rows: causes.map((cause) => [
      code(cause.id),
      words(`diagnosis_${underscored(cause.id)}`),
      words(`diagnosis_${underscored(cause.id)}_do`),
      code('repair' in cause ? cause.repair : undefined),
      'onlyByAsking' in cause ? 'Sólo preguntando' : 'Se puede ver',
    ]),
  },
  {
    path: 'docs/archivos.md',
    name: 'mistakes',
    head: ['Qué se trajo', 'Qué dice', 'Clave'],
    rows: mistakes.map(({ what, label: { cause, detail } }) => [
      what,
      words(['cause', underscored(cause), ...(detail ? [detail] : [])].join('_')),
      [cause, ...(detail ? [detail] : [])].map(code).join(' '),
    ]),
  },
  {
    path: 'docs/archivos.md',
    name: 'healthy',
    head: ['Qué se trajo'],
    rows: healthyTwins.map(({ what }) => [what]),
  },
  {
    path: 'docs/archivos.md',
    name: 'order',
    head: ['Clave', 'Qué se revisa'],
    rows: causeOrder.map((cause) => [code(cause), words(`check_${underscored(cause)}`)]),
  },
  ...accuracyTables,
];
